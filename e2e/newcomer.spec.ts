import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { keysOf } from "./harness/keys";
import { addMember, judgeLead, newEmail, password, signUp, type Person } from "./harness/people";
import type { Rows } from "./harness/rows";
import {
  addLeadWords,
  doneWords,
  paletteWords,
  settingWords,
  signUpWords,
  startWords,
  toldWords,
  welcomeWords,
} from "./harness/newcomer-words";
import { bell, settingSwitch, untilTakenOver } from "./harness/steps";

/** The first run of somebody new, each screen as the accessibility tree tells it. */

const main = (page: Page) => page.getByRole("main");
const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name });

/** A colleague is in the project, and has a lead turn burning. */
async function colleagueActs(page: Page, rows: Rows) {
  const projectId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const colleague: Person = await signUp("Carla");
  const { rows: found } = await rows.pool.query<{ client_id: string; id: string }>(
    "select p.client_id, l.id from public.projects p join public.leads l on l.project_id = p.id where p.id = $1",
    [projectId],
  );
  const clientId = found[0]?.client_id ?? "";
  await addMember(rows.pool, { ...colleague, clientId, projectId }, colleague);
  await judgeLead(colleague, found[0]?.id ?? "", { heat: "burning" });
}

test("somebody new signs up, sets something and is told by a colleague, by keyboard alone", async ({
  page,
  rows,
}) => {
  const { tabTo, type, press, sees } = keysOf(page);
  await page.goto("/sign-up");
  await untilTakenOver(page);
  await expect(main(page)).toMatchAriaSnapshot(signUpWords);
  await tabTo("textbox", "Your name");
  await type("Nadia");
  await tabTo("textbox", "Email");
  await type(newEmail("nadia"));
  await tabTo("textbox", "Password");
  await type(password);
  await press("Enter");

  await expect(main(page)).toMatchAriaSnapshot(welcomeWords);
  await untilTakenOver(page);
  await tabTo("textbox", "Client");
  await type("Nadia & Co");
  await tabTo("textbox", "Project");
  await type("Northern homes");
  await press("Enter");

  await expect(main(page)).toMatchAriaSnapshot(startWords);
  await untilTakenOver(page);
  await tabTo("button", "Add a lead");
  await press("Enter");
  await sees("dialog", "Add a lead");
  await expect(dialogOf(page, "Add a lead")).toMatchAriaSnapshot(addLeadWords);
  await tabTo("textbox", "Name");
  await type("Tara");
  await press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await colleagueActs(page, rows);

  await expect(bell(page), "told without being asked").toHaveAccessibleName("Notifications, 1 unread");
  await tabTo("button", "Notifications, 1 unread");
  await press("Enter");
  const told = page.getByRole("dialog", { name: "Notifications" });
  await expect(told).toMatchAriaSnapshot(toldWords);
  await press("Escape");

  await press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await type("compact spacing");
  await expect(page.getByRole("option", { selected: true })).toHaveAccessibleName(/Compact spacing/);
  await expect(dialogOf(page, "Search and commands")).toMatchAriaSnapshot(paletteWords);
  await press("Enter");
  const compact = settingSwitch(page, "Compact spacing");
  await expect(compact).toBeFocused();
  await expect(compact).toHaveAccessibleDescription("Smaller margins, so that more fits on the screen.");
  await press("Space");
  await expect(compact).toBeChecked();
  await expect(main(page)).toMatchAriaSnapshot(settingWords);
  await expect(messages(page)).toMatchAriaSnapshot(doneWords("Compact spacing is on"));
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("somebody new signs up, sets something and is told by a colleague, by touch alone", async ({
    page,
    rows,
  }) => {
    await page.goto("/sign-up");
    await untilTakenOver(page);
    await expect(main(page)).toMatchAriaSnapshot(signUpWords);
    await page.getByRole("textbox", { name: "Your name" }).fill("Noor");
    await page.getByRole("textbox", { name: "Email" }).fill(newEmail("noor"));
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Create account" }).tap();

    await expect(main(page)).toMatchAriaSnapshot(welcomeWords);
    await untilTakenOver(page);
    await page.getByRole("textbox", { name: "Client" }).fill("Noor & Co");
    await page.getByRole("textbox", { name: "Project" }).fill("Northern homes");
    await page.getByRole("button", { name: "Create and open the dashboard" }).tap();

    await expect(main(page)).toMatchAriaSnapshot(startWords);
    await untilTakenOver(page);
    await page.getByRole("button", { name: "Add a lead" }).tap();
    const adding = page.getByRole("dialog", { name: "Add a lead" });
    await expect(adding).toMatchAriaSnapshot(addLeadWords);
    await adding.getByRole("textbox", { name: "Name" }).fill("Tara");
    await adding.getByRole("button", { name: "Add", exact: true }).tap();
    await expect(adding).toBeHidden();
    await colleagueActs(page, rows);
    await bell(page).tap();
    const told = page.getByRole("dialog", { name: "Notifications" });
    await expect(told).toMatchAriaSnapshot(toldWords);
    await page.touchscreen.tap(4, 4);
    await expect(told, "a tap beside it closes it").toBeHidden();

    await page.getByRole("link", { name: "Settings" }).tap();
    await page.getByRole("link", { name: "Notifications", exact: true }).tap();
    await page.getByRole("button", { name: "Lead updates In the app, Email" }).tap();
    const email = settingSwitch(page, "Email: Lead updates");
    await email.tap();
    await expect(email).not.toBeChecked();
    await expect(page.getByRole("button", { name: /^Lead updates/ })).toHaveAttribute(
      "aria-expanded",
      "true",
    );
    await expect(messages(page)).toMatchAriaSnapshot(doneWords("Email: Lead updates is off"));
  });
});
