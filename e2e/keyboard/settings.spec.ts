import { expect, test } from "../fixtures";
import { type Deed, doAll, undoByMessage } from "../harness/keys";
import { addMember, connect, newOwner } from "../harness/people";
import { open, signIn } from "../harness/steps";
import { widgets } from "../../lib/settings/widgets";

const own =
  (expected: unknown): Deed["proof"] =>
  ({ rows, owner }) =>
    expect.poll(() => rows.stored("dashboard", owner.userId)).toEqual(expected);

const dashboard: Deed[] = [
  {
    what: "a whole card is switched off by its heading",
    async keys({ tabTo, press }) {
      await tabTo("switch", "Everything in Widgets");
      await press("Space");
    },
    proof: own({ widget_visibility: Object.fromEntries(widgets.map((widget) => [widget, false])) }),
  },
  { what: "and back by the message", keys: undoByMessage, proof: own(null) },
  {
    what: "one edits for the open project alone",
    async keys({ backTo, press }) {
      await backTo("radio", "All projects");
      await press("ArrowRight");
    },
    async proof({ page, owner }) {
      await expect(page.getByText("Only for Kaya's project.")).toBeVisible();
      await expect(page).toHaveURL(`/settings/dashboard?project=${owner.projectId}`);
    },
  },
  {
    what: "and for another one",
    async keys({ backTo, arrowTo, press }) {
      await backTo("button", /^Switch project/);
      await press("Enter");
      await arrowTo("menuitemradio", "Other's project");
      await press("Enter");
    },
    proof: ({ page }) => expect(page.getByText("Only for Other's project.")).toBeVisible(),
  },
  {
    what: "the theme is chosen in the account's menu",
    async keys({ tabTo, arrowTo, press }) {
      await tabTo("button", /^Account: /);
      await press("Enter");
      await arrowTo("menuitemradio", "Dark");
      // It stays open, so that one can compare.
      await press("Enter", "Escape");
    },
    proof: ({ page }) => expect(page.locator("html")).toHaveAttribute("data-theme", "dark"),
  },
];

test("dashboard settings: cards, projects and the account's menu are worked without a mouse", async ({
  page,
  rows,
}) => {
  const [owner, other] = await Promise.all([newOwner("Kaya"), newOwner("Other")]);
  await addMember(rows.pool, other, owner);
  await signIn(page, owner);
  // Which of the two is open.
  await page.goto(`/dashboard/${owner.projectId}`);
  await open(page, "/settings/dashboard");
  await doAll(dashboard, { page, rows, owner });
});

const question = "Leave without saving?";
const leave: Deed[] = [
  {
    what: "a setting is searched",
    async keys({ tabTo, type }) {
      await tabTo("combobox", "Search all settings");
      await type("use whatsapp");
    },
    proof: ({ page }) =>
      expect(page.getByRole("listbox").getByRole("option", { selected: true })).toContainText("Use WhatsApp"),
  },
  {
    what: "and found",
    keys: ({ press }) => press("Enter"),
    proof: ({ page }) => expect(page.getByRole("switch", { name: "Use WhatsApp" })).toBeFocused(),
  },
  {
    what: "whoever presses Enter and Enter again stays with their edits",
    async keys({ press, backTo }) {
      await press("Space");
      await backTo("link", "Leads");
      await press("Enter");
    },
    async proof({ page }) {
      const dialog = page.getByRole("dialog", { name: question });
      await expect(dialog.getByRole("button", { name: "Stay" })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("region", { name: "Not saved yet" })).toBeVisible();
      await expect(page).toHaveURL(/integrations/);
    },
  },
  {
    what: "whoever wants to leave does",
    async keys({ press, tabTo }) {
      await press("Enter");
      await tabTo("button", "Discard and leave");
      await press("Enter");
    },
    async proof({ page, rows, owner }) {
      await expect(page).toHaveURL(/\/leads/);
      expect(await rows.stored("preferences", owner.userId)).toBeNull();
    },
  },
];

test("edits that are not saved are kept or let go without a mouse; staying is the default", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Klara");
  await connect(rows.pool, owner, ["whatsapp"]);
  await signIn(page, owner);
  await open(page, "/settings/integrations");
  await doAll(leave, { page, rows, owner });
});
