import type { BrowserContext, Page, Request } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "./fixtures";
import { noNetwork } from "./harness/console";
import { newOwner } from "./harness/people";
import { isOff, openDashboardSettings, savingLine, settingSwitch, signIn } from "./harness/steps";

const saving = z.tuple([z.tuple([z.object({ opId: z.uuid() })])]);

type Sent = { by: Page; opId: string; request: Request };

/** Notes who sends which operation from now on, and how many are under way at once. */
function watchSending(context: BrowserContext) {
  let sent: Sent[] = [];
  const underWay = new Set<Request>();
  let atOnce = 0;
  context.on("request", (request) => {
    if (!request.headers()["next-action"]) return;
    const call = saving.safeParse(request.postDataJSON()).data;
    if (!call) return;
    const [[{ opId }]] = call;
    sent.push({ by: request.frame().page(), opId, request });
    atOnce = Math.max(atOnce, underWay.add(request).size);
  });
  // A page goes on as soon as it has been answered: the end of the answer may reach this test after its next request.
  context.on("response", (response) => underWay.delete(response.request()));
  context.on("requestfailed", (request) => {
    underWay.delete(request);
    // The network comes back to one tab after the other: what a tab without it tries has not been sent.
    if (request.failure()?.errorText === "net::ERR_INTERNET_DISCONNECTED")
      sent = sent.filter((one) => one.request !== request);
  });
  return {
    /** What was sent since this was asked last. */
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
    atOnce: () => atOnce,
  };
}

const switches = ["Key metrics", "Monthly performance", "Revenue by channel", "Insights"];

test("of four tabs that edit without a network one sends, each edit once; when it closes, one other does", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Quatro");
  await signIn(page, owner);
  const tabs = [page, await context.newPage(), await context.newPage(), await context.newPage()];
  await Promise.all(tabs.map((tab) => openDashboardSettings(tab)));
  await context.setOffline(true);
  for (const [index, tab] of tabs.entries()) await settingSwitch(tab, switches[index] ?? "").click();
  for (const tab of tabs) await expect(savingLine(tab)).toHaveText("Kept on this device, 4 waiting");

  const sending = watchSending(context);
  await context.setOffline(false);
  for (const tab of tabs) {
    await expect(savingLine(tab)).toHaveText("Saved");
    for (const name of switches) await isOff(settingSwitch(tab, name));
  }
  const operations = async () => {
    const { rows: found } = await rows.pool.query<{ op_id: string }>(
      "select op_id from public.settings_events where owner = $1",
      [owner.userId],
    );
    return found.map(({ op_id }) => op_id);
  };
  const first = sending.take();
  const [sender] = new Set(first.map(({ by }) => by));
  expect(new Set(first.map(({ by }) => by)).size, "tabs that sent").toBe(1);
  expect(new Set(first.map(({ opId }) => opId)).size, "each operation is sent once").toBe(first.length);
  expect(await operations(), "each edit is recorded once").toHaveLength(switches.length);
  expect(new Set(await operations())).toEqual(new Set(first.map(({ opId }) => opId)));

  await sender?.close();
  const rest = tabs.filter((tab) => tab !== sender);
  await Promise.all(rest.map((tab, index) => settingSwitch(tab, switches[index] ?? "").click()));
  for (const tab of rest) await expect(savingLine(tab)).toHaveText("Saved");
  await expect.poll(async () => (await operations()).length).toBe(switches.length + rest.length);
  const second = sending.take();
  expect(new Set(second.map(({ by }) => by)).size, "tabs that sent after the first had closed").toBe(1);
  expect(new Set(second.map(({ opId }) => opId)).size).toBe(second.length);
  expect(sending.atOnce(), "requests under way at once").toBe(1);
});
