import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { noNetwork } from "./harness/console";
import { openNotifications } from "./harness/notification-settings";
import { readyForOffline } from "./harness/offline";
import { connect, newOwner } from "./harness/people";
import type { Section } from "./harness/rows";
import {
  isOff,
  open,
  openAccountMenu,
  openDashboardSettings,
  savingLine,
  settingSwitch,
  signIn,
} from "./harness/steps";

/** One setting that two devices change: how here, in which words each value is offered, and which one is taken. */
type Contested = {
  title: string;
  edit(page: Page): Promise<void>;
  mine: string;
  theirs: string;
  choice: "mine" | "theirs";
  /** That the page shows what was chosen. */
  shows(page: Page): Promise<void>;
};

type Meeting = {
  section: Section;
  open(page: Page): Promise<void>;
  contested: Contested[];
  /** A setting that only this device changes. */
  editAlone(page: Page): Promise<void>;
  /** What the other device stores meanwhile, something of its own included. */
  elsewhere: object;
  /** What the row holds in the end. */
  stored: object;
};

const time = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const press = (name: string) => (page: Page) => settingSwitch(page, name).click();
const save = (page: Page) => page.keyboard.press("Control+s");

const regards = "Regards from all of us at the bakery by the harbour of Jaffa";
const quiet = (start: string, end: string) => ({ enabled: true, start, end, urgentPasses: true });

const meetings: Meeting[] = [
  {
    section: "dashboard",
    open: (page) => openDashboardSettings(page),
    contested: [
      {
        title: "Default view",
        edit: (page) => page.getByText("Compact", { exact: true }).click(),
        mine: "Compact",
        theirs: "Classic",
        choice: "mine",
        shows: (page) => expect(page.getByRole("radio", { name: "Compact" })).toBeChecked(),
      },
    ],
    editAlone: press("Insights"),
    elsewhere: { dashboard_preferences: { defaultView: "classic" }, widget_visibility: { metrics: false } },
    stored: {
      dashboard_preferences: { defaultView: "compact" },
      widget_visibility: { insights: false, metrics: false },
    },
  },
  {
    section: "notifications",
    open: openNotifications,
    contested: [
      {
        title: "Lead updates",
        edit: press("Email: Lead updates"),
        mine: "Off",
        theirs: "On",
        choice: "mine",
        shows: (page) => isOff(settingSwitch(page, "Email: Lead updates")),
      },
      {
        title: "Quiet hours",
        async edit(page) {
          await time(page, "Quiet hours: from").selectOption("21:30");
          await save(page);
        },
        mine: "9:30 PM–8:00 AM",
        theirs: "11:00 PM–6:00 AM, urgent ones pass",
        choice: "theirs",
        shows: (page) => expect(time(page, "Quiet hours: from")).toHaveValue("23:00"),
      },
    ],
    editAlone: press("SMS: Meeting reminders"),
    elsewhere: {
      email_notifications: { leadUpdates: true, frequency: "daily" },
      notification_schedule: { quietHours: quiet("23:00", "06:00") },
    },
    stored: {
      email_notifications: { leadUpdates: false, frequency: "daily" },
      sms_notifications: { meetingReminders: true },
      notification_schedule: { quietHours: quiet("23:00", "06:00") },
    },
  },
  {
    section: "preferences",
    open: (page) => open(page, "/settings/integrations"),
    contested: [
      {
        title: "Theme",
        async edit(page) {
          await openAccountMenu(page);
          await page.getByRole("menuitemradio", { name: "Dark" }).click();
        },
        mine: "Dark",
        theirs: "High contrast",
        choice: "theirs",
        shows: (page) => expect(page.locator("html")).toHaveAttribute("data-theme", "contrast"),
      },
      {
        title: "Signature",
        async edit(page) {
          await text(page, "Signature").fill("Best, Kim");
          await save(page);
        },
        mine: "Best, Kim",
        theirs: regards,
        choice: "mine",
        shows: (page) => expect(text(page, "Signature")).toHaveValue("Best, Kim"),
      },
    ],
    async editAlone(page) {
      await press("Sync messages")(page);
      await save(page);
    },
    elsewhere: {
      interface_settings: { theme: "contrast" },
      integration_settings: { email: { signature: regards }, whatsapp: { enabled: true } },
    },
    stored: {
      interface_settings: { theme: "contrast" },
      integration_settings: {
        email: { signature: "Best, Kim" },
        whatsapp: { enabled: true, messageSync: false },
      },
    },
  },
];

for (const { section, contested, ...meeting } of meetings) {
  const titles = contested.map(({ title }) => title).join(" and ");
  test(`${section}: ${titles}, changed on two devices, is a question that holds on both once answered; the rest merges without a word`, async ({
    page,
    context,
    newDevice,
    complaints,
    rows,
  }) => {
    complaints.expect(noNetwork);
    const owner = await newOwner("Xenia");
    await connect(rows.pool, owner, ["email", "whatsapp"]);
    await signIn(page, owner);
    await meeting.open(page);
    await readyForOffline(page, owner);
    await context.setOffline(true);
    for (const { edit } of contested) await edit(page);
    await meeting.editAlone(page);
    await expect(savingLine(page)).toHaveText(`Kept on this device, ${contested.length + 1} waiting`);
    await change(owner, section, meeting.elsewhere);
    await context.setOffline(false);

    const question = page.getByRole("alert").filter({ hasText: "changed elsewhere" });
    await expect(question.getByRole("listitem")).toHaveCount(contested.length);
    await expect(savingLine(page)).toHaveText("Conflict, choose");
    const window = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "wide on a phone").toBe(360);
    for (const { title, mine, theirs, choice } of contested) {
      const one = question.getByRole("listitem").filter({ hasText: title });
      const offers = { mine: `Keep mine: ${mine}`, theirs: `Use the other: ${theirs}` };
      for (const name of Object.values(offers)) await expect(one.getByRole("button", { name })).toBeVisible();
      await one.getByRole("button", { name: offers[choice] }).click();
      await expect(one).toBeHidden();
    }
    await expect(savingLine(page)).toHaveText("Saved");
    expect(await rows.stored(section, owner.userId)).toEqual(meeting.stored);

    // On a phone the categories are folded.
    if (window) await page.setViewportSize(window);
    const other = await newDevice();
    await Promise.all([page.reload(), signIn(other, owner).then(() => meeting.open(other))]);
    for (const device of [page, other]) for (const { shows } of contested) await shows(device);
    await expect(question).toHaveCount(0);
  });
}
