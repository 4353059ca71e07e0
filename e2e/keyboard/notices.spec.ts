import { expect, test } from "../fixtures";
import { change } from "../harness/changes";
import { noNetwork } from "../harness/console";
import { type Deed, doAll, keysOf } from "../harness/keys";
import { addLead, newOwner } from "../harness/people";
import { prefer, preferred } from "../harness/preferences";
import { open, savingLine, signIn } from "../harness/steps";
import { sessionRows } from "../harness/session-rows";

const gone =
  (words: RegExp): Deed["proof"] =>
  ({ page }) =>
    expect(page.getByText(words)).toHaveCount(0);

const presses =
  (role: "button" | "link", name: string): Deed["keys"] =>
  async ({ tabTo, press }) => {
    await tabTo(role, name);
    await press("Enter");
  };

test("what was changed in two places is decided without a mouse", async ({
  page,
  context,
  complaints,
  rows,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Kostas");
  await signIn(page, owner);
  await open(page, "/settings/dashboard");
  await context.setOffline(true);
  const { tabTo, press } = keysOf(page);
  await tabTo("switch", "Insights");
  await press("Space");
  await tabTo("radio", "Enhanced");
  await press("ArrowDown");
  await expect(savingLine(page)).toHaveText("Kept on this device, 2 waiting");
  const view = { dashboard_preferences: { defaultView: "compact" } };
  await change(owner, "dashboard", { ...view, widget_visibility: { insights: true } });
  await context.setOffline(false);
  await expect(savingLine(page)).toHaveText("Conflict, choose");
  const decide: Deed[] = [
    {
      what: "the other's view is taken",
      keys: presses("button", "Use the other: Compact"),
      proof: gone(/Use the other: Compact/),
    },
    {
      what: "one's own switch is kept",
      keys: presses("button", "Keep mine: off"),
      proof: () =>
        expect
          .poll(() => rows.stored("dashboard", owner.userId))
          .toEqual({ ...view, widget_visibility: { insights: false } }),
    },
  ];
  await doAll(decide, { page, rows, owner });
});

test("where one was on another device is taken up, or let go, without a mouse", async ({
  page,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Kian");
  await addLead(rows.pool, owner.projectId, "Lead of Kian", "hot");
  await signIn(page, owner);
  await open(page, `/leads?project=${owner.projectId}&heat=hot`);
  await expect
    .poll(async () => (await sessionRows(rows.pool, owner.userId))[0]?.current_context, { intervals: [100] })
    .toMatchObject({ filters: { leadsHeat: "hot" } });
  const offer = /^Continue where you were on /;
  // In this order both find the same: who went on speaks last, and of the same place.
  const answers: { answer: Deed; at: RegExp }[] = [
    {
      at: /heat=hot/,
      answer: { what: "taken up", keys: presses("button", "Continue"), proof: gone(offer) },
    },
    {
      at: /\/dashboard\//,
      answer: { what: "let go", keys: presses("button", "Dismiss"), proof: gone(offer) },
    },
  ];
  for (const { answer, at } of answers) {
    const device = await newDevice();
    await signIn(device, owner);
    await open(device, `/dashboard/${owner.projectId}`);
    await expect(device.getByText(offer)).toBeVisible();
    await doAll([answer], { page: device, rows, owner });
    await expect(device).toHaveURL(at);
  }
});

test.describe("in Berlin", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("what a first visit took over is left, or changed, without a mouse", async ({
    page,
    newDevice,
    rows,
  }) => {
    for (const device of [page, await newDevice()]) {
      const owner = await newOwner("Karl");
      await signIn(device, owner);
      await open(device, `/dashboard/${owner.projectId}`);
      await expect(device.getByText("We set your time zone to Berlin")).toBeVisible();
      const answer: Deed =
        device === page
          ? { what: "left", keys: presses("button", "OK"), proof: gone(/We set your time zone/) }
          : {
              what: "changed",
              keys: presses("link", "Change"),
              proof: () => expect(device.getByRole("button", { name: /^Time zone Berlin/ })).toBeFocused(),
            };
      await doAll([answer], { page: device, rows, owner });
    }
  });

  for (const { city, words, zone } of [
    { city: "UTC", words: "Keep UTC", zone: "UTC" },
    { city: "Berlin", words: "Switch to Berlin", zone: "Europe/Berlin" },
  ])
    test(`a device in another zone: ${words}, without a mouse`, async ({ page, rows }) => {
      const owner = await newOwner("Kristof");
      await prefer(rows, owner, { data_preferences: { timezone: "UTC" } });
      await signIn(page, owner);
      await open(page, `/dashboard/${owner.projectId}`);
      await expect(page.getByText(/^Your device says Berlin/)).toBeVisible();
      const deed: Deed = {
        what: city,
        keys: presses("button", words),
        proof: gone(/^Your device says/),
      };
      await doAll([deed], { page, rows, owner });
      await expect
        .poll(() => preferred(rows, owner.userId))
        .toMatchObject({ data_preferences: { timezone: zone } });
    });
});
