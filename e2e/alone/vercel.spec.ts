import { join } from "node:path";
import { type Build, prepareDeployment } from "../../local/vercel/build";
import { serveOutput } from "../../local/vercel/server";
import { root } from "../../scripts/root";
import { noNetwork, noServer } from "../harness/console";
import { readyForOffline } from "../harness/offline";
import { addLead, newOwner } from "../harness/people";
import { secondApp } from "../harness/second-app";
import { hasUnread, isOff, open, savingLine, settingSwitch, signInOnScreen } from "../harness/steps";
import { expect, test } from "./fixtures";

// Two builds by Vercel's own builder, with an install each, take minutes: `npm run soak -- Vercel`.
if (process.env.VERCEL_BUILD)
  test("as Vercel builds and runs it: sign-in, switch, reload, bell, offline page, and a new build under an open page", async ({
    page,
    complaints,
    rows,
  }) => {
    test.setTimeout(1_800_000);
    complaints.expect(noServer);
    complaints.expect(noNetwork);
    complaints.expect(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/);
    complaints.expect(/409 \(Conflict\)/);
    const deployment = await prepareDeployment(root, (line) => console.log(line));
    const builds = [await deployment.build(), await deployment.build()] as const;
    const serve = (build: Build) =>
      serveOutput({
        ...build,
        node: deployment.node,
        port: secondApp.port,
        env: secondApp.env,
        logFile: join(root, ".data", "vercel-functions.log"),
      });
    const settings = `${secondApp.url}/settings/dashboard`;
    const owner = await newOwner("Vera");
    const leadId = await addLead(rows.pool, owner.projectId, "Lead of Vera", "warm");
    let running = await serve(builds[0]);
    try {
      await test.step("a person signs in; what is switched is stored, and there after a reload", async () => {
        await signInOnScreen(page, owner, secondApp.url);
        await open(page, settings);
        await settingSwitch(page, "Insights").click();
        await expect(savingLine(page)).toHaveText("Saved");
        await open(page, settings);
        await isOff(settingSwitch(page, "Insights"));
        expect(await rows.stored("dashboard", owner.userId)).toEqual({
          widget_visibility: { insights: false },
        });
      });
      await test.step("functions that begin anew know everything that the ones before knew", async () => {
        await running.stop();
        running = await serve(builds[0]);
        await open(page, settings);
        await isOff(settingSwitch(page, "Insights"));
        await settingSwitch(page, "Key metrics").click();
        await expect(savingLine(page)).toHaveText("Saved");
      });
      await test.step("the bell rings", async () => {
        await hasUnread(page, 0);
        await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
        await hasUnread(page, 1);
      });
      await test.step("without a server the page opens and keeps edits", async () => {
        await readyForOffline(page, owner);
        await running.stop();
        await page.goto(settings);
        await isOff(settingSwitch(page, "Insights"));
        await settingSwitch(page, "Targets").click();
        await expect(savingLine(page)).toHaveText("Kept on this device, 1 waiting");
      });
      await test.step("a new build takes them over", async () => {
        running = await serve(builds[1]);
        await expect(page.getByText("A newer version of this app is available")).toBeVisible({
          timeout: 60_000,
        });
        await page.getByRole("button", { name: "Reload" }).click();
        await isOff(settingSwitch(page, "Targets"));
        await expect(savingLine(page)).toHaveText("Saved");
        const off = { insights: false, metrics: false, performanceTargets: false };
        expect(await rows.stored("dashboard", owner.userId)).toEqual({ widget_visibility: off });
      });
    } finally {
      await running.stop();
      deployment.remove();
    }
  });
