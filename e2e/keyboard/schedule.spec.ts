import { expect, test } from "../fixtures";
import { type Deed, doAll } from "../harness/keys";
import { openNotifications } from "../harness/notification-settings";
import { newOwner } from "../harness/people";
import { signIn } from "../harness/steps";

const bar =
  (words: string): Deed["proof"] =>
  ({ page }) =>
    expect(page.getByRole("region", { name: "Not saved yet" })).toContainText(words);

const saved: Deed["proof"] = ({ rows, owner }) =>
  expect
    .poll(() => rows.stored("notifications", owner.userId))
    .toEqual({
      notification_schedule: {
        timezone: "Asia/Tokyo",
        workingHours: {
          start: "09:00",
          end: "17:30",
          days: { sun: true, mon: true, tue: true, wed: true, thu: true, fri: true, sat: false },
        },
        quietHours: { enabled: true, start: "21:30", end: "08:00", urgentPasses: true },
      },
    });

const deeds: Deed[] = [
  {
    what: "a day is worked",
    async keys({ tabTo, press }) {
      await tabTo("checkbox", "Sunday");
      await press("Space");
    },
    proof: bar("Working hours changed"),
  },
  {
    what: "all of it is discarded",
    async keys({ tabTo, press }) {
      await tabTo("button", "Discard");
      await press("Enter");
    },
    proof: ({ page }) => expect(page.getByRole("checkbox", { name: "Sunday" })).not.toBeChecked(),
  },
  {
    what: "working days and hours are changed",
    async keys({ tabTo, press, type }) {
      // The keyboard has gone back to the day.
      await press("Space");
      await tabTo("combobox", "Working hours: to");
      await type("5:30 P");
    },
    proof: bar("Working hours changed"),
  },
  {
    what: "quiet hours are switched off and on, moved, and let urgent ones through",
    async keys({ tabTo, press, type }) {
      await tabTo("switch", "Quiet hours");
      await press("Space", "Space");
      await tabTo("combobox", "Quiet hours: from");
      await type("9:30 P");
      await tabTo("switch", "Let urgent ones through");
      await press("Space");
    },
    proof: bar("Working hours and Quiet hours changed"),
  },
  {
    what: "the list of time zones is left as it was",
    async keys({ tabTo, press, landsOn }) {
      await tabTo("button", /^Time zone UTC/);
      await press("Enter");
      await landsOn("combobox", "City, country or offset");
      await press("ArrowDown", "Escape");
    },
    proof: ({ page }) => expect(page.getByRole("button", { name: /^Time zone UTC/ })).toBeFocused(),
  },
  {
    what: "a time zone is searched and chosen with the arrows",
    async keys({ press, type, landsOn }) {
      await press("Space");
      await landsOn("combobox", "City, country or offset");
      await type("japan");
      await press("ArrowDown", "ArrowUp", "Enter");
    },
    proof: bar("Time zone, Working hours, and Quiet hours changed"),
  },
  {
    what: "the bar saves",
    async keys({ tabTo, press }) {
      await tabTo("button", "Save");
      await press("Enter");
    },
    proof: saved,
  },
];

test("hours, days and time zone are chosen, discarded and saved without a mouse", async ({ page, rows }) => {
  const owner = await newOwner("Kenji");
  await signIn(page, owner);
  await openNotifications(page, "#notification_schedule-pausedUntil");
  await doAll(deeds, { page, rows, owner });
});
