import { expect, test } from "../fixtures";
import { type Deed, doAll, undoByMessage } from "../harness/keys";
import { openNotifications } from "../harness/notification-settings";
import { newOwner } from "../harness/people";
import { signIn } from "../harness/steps";
import { categories } from "../../lib/vocabulary/categories";

const stored =
  (expected: unknown): Deed["proof"] =>
  ({ rows, owner }) =>
    expect.poll(() => rows.stored("notifications", owner.userId)).toEqual(expected);

const flip =
  (name: string): Deed["keys"] =>
  async ({ tabTo, press }) => {
    await tabTo("switch", name);
    await press("Space");
  };

const leadUpdatesOff = { leadUpdates: false };
const nothing = Object.fromEntries(categories.map((category) => [category, false]));

const matrix: Deed[] = [
  {
    what: "all categories are switched on all channels",
    keys: flip("All categories on all channels"),
    proof: ({ page }) =>
      expect(page.getByRole("switch", { name: "All: Email" })).toHaveAttribute("aria-checked", "false"),
  },
  { what: "and back by the message", keys: undoByMessage, proof: stored(null) },
  {
    what: "a channel is switched off for every category",
    keys: flip("All: Email"),
    proof: stored({ email_notifications: nothing }),
  },
  { what: "and back by the message", keys: undoByMessage, proof: stored(null) },
  {
    what: "a category is switched on every channel",
    keys: flip("All: Lead updates"),
    proof: stored({
      in_app_notifications: leadUpdatesOff,
      email_notifications: leadUpdatesOff,
      apps_notifications: leadUpdatesOff,
    }),
  },
  { what: "and back by the message", keys: undoByMessage, proof: stored(null) },
  {
    what: "how often a channel may speak is chosen",
    async keys({ tabTo, type }) {
      await tabTo("combobox", "Email: How often");
      await type("Once a day");
    },
    proof: stored({ email_notifications: { frequency: "daily" } }),
  },
  {
    what: "the choice goes back to inherited",
    async keys({ backTo, press }) {
      await backTo("button", "Email: How often: back to At once, default");
      await press("Enter");
    },
    proof: stored(null),
  },
];

const pause: Deed[] = [
  {
    what: "an hour of peace",
    async keys({ tabTo, press }) {
      await tabTo("button", "1 hour");
      await press("Enter");
    },
    proof: stored({ notification_schedule: { pausedUntil: expect.stringMatching(/Z$/) } }),
  },
  {
    what: "the pause is ended",
    async keys({ backTo, press }) {
      await backTo("button", "End the pause");
      await press("Enter");
    },
    proof: stored({ notification_schedule: { pausedUntil: "never" } }),
  },
  {
    what: "tomorrow is offered for a longer one",
    async keys({ tabTo, press, landsOn }) {
      await tabTo("button", "Date and time…");
      await press("Enter");
      await landsOn("textbox", "Pause until");
    },
    proof: ({ page }) => expect(page.getByRole("textbox", { name: "Pause until" })).not.toHaveValue(""),
  },
  {
    what: "a day of one's own is chosen",
    async keys({ type, press }) {
      // The first of January, whichever of day and month the browser asks for first.
      await type("01012037");
      await press("Enter");
    },
    proof: stored({ notification_schedule: { pausedUntil: expect.stringMatching(/^2037-01-01T/) } }),
  },
];

// A link to a field gives the keyboard to it: the way there is walked in another test.
const tables = [
  { what: "the matrix", field: "", deeds: matrix },
  { what: "the pause", field: "#notification_schedule-pausedUntil", deeds: pause },
];

for (const { what, field, deeds } of tables)
  test(`${what}: whatever can be chosen is chosen and taken back without a mouse`, async ({ page, rows }) => {
    const owner = await newOwner("Kim");
    await signIn(page, owner);
    await openNotifications(page, field);
    await doAll(deeds, { page, rows, owner });
  });
