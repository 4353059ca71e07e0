import { expect, test } from "../fixtures";
import { change } from "../harness/changes";
import { type Deed, doAll, type Scene, undoByMessage } from "../harness/keys";
import { newOwner, type Owner } from "../harness/people";
import { open, signIn } from "../harness/steps";

const entries = ({ page }: Scene, count: number) => expect(page.getByRole("article")).toHaveCount(count);

const dashboardIs =
  (expected: Record<string, unknown>): Deed["proof"] =>
  ({ rows, owner }) =>
    expect.poll(() => rows.dashboardOverrides(owner.userId, null)).toMatchObject(expected);

/** Oldest first, so that each row of the table knows what it finds. */
async function makeHistory(owner: Owner) {
  await change(owner, "dashboard", { dashboard_preferences: { defaultView: "classic" } });
  await change(owner, "dashboard", { dashboard_preferences: { defaultView: "compact" } });
  await change(owner, "preferences", { interface_settings: { density: "compact" } });
  await change(owner, "dashboard", { widget_visibility: { metrics: false } });
}

const deeds: Deed[] = [
  {
    what: "the list is narrowed to a page",
    async keys({ tabTo, type }) {
      await tabTo("combobox", "Page");
      await type("Preferences");
    },
    proof: (scene) => entries(scene, 1),
  },
  {
    what: "and to nothing any more",
    async keys({ tabTo, press }) {
      await tabTo("button", "Clear");
      await press("Enter");
    },
    proof: (scene) => entries(scene, 4),
  },
  {
    what: "a change is undone",
    async keys({ tabTo, press }) {
      await tabTo("button", "Undo: Key metrics");
      await press("Enter");
    },
    proof: dashboardIs({ widget_visibility: {} }),
  },
  {
    what: "the undoing is undone by its message",
    keys: undoByMessage,
    proof: dashboardIs({ widget_visibility: { metrics: false } }),
  },
  {
    what: "one that was changed again since is undone after the question",
    async keys({ tabTo, press }) {
      await tabTo("button", "Undo: Default view");
      await tabTo("button", "Undo: Default view");
      await press("Enter");
      await tabTo("button", "Undo anyway");
      await press("Enter");
    },
    proof: dashboardIs({ dashboard_preferences: {} }),
  },
  {
    what: "everything goes back to an entry",
    async keys({ tabTo, press }) {
      await tabTo("button", "Undo: Default view");
      await tabTo("button", "Undo: Density");
      await tabTo("button", "Restore everything as of this moment");
      await press("Enter");
      await tabTo("button", /^Restore \d settings?$/);
      await press("Space");
    },
    proof: dashboardIs({ widget_visibility: {}, dashboard_preferences: { defaultView: "compact" } }),
  },
  {
    what: "a moment is not chosen after all",
    async keys({ backTo, press, tabTo }) {
      await backTo("button", "Restore to a moment");
      await press("Enter");
      await tabTo("button", "Cancel");
      await press("Escape");
    },
    proof: ({ page }) => expect(page.getByRole("button", { name: "Restore to a moment" })).toBeFocused(),
  },
  {
    what: "everything goes back to a moment",
    async keys({ press, landsOn, tabTo, type }) {
      await press("Enter");
      await landsOn("textbox", "Date and time");
      // The first of January, whichever of day and month the browser asks for first.
      await type("01012020");
      await tabTo("button", "Show what would change");
      await press("Enter");
      await tabTo("button", /^Restore \d settings?$/);
      await press("Enter");
    },
    proof: dashboardIs({ widget_visibility: {}, dashboard_preferences: {} }),
  },
];

// What comes back arrives on top and pushes the others down: in a low window also what has the focus.
test.use({ viewport: { width: 1280, height: 1600 } });

test("the changes are filtered, undone and restored without a mouse", async ({ page, rows }) => {
  const owner = await newOwner("Kai");
  await makeHistory(owner);
  await signIn(page, owner);
  await open(page, "/settings/activity");
  await doAll(deeds, { page, rows, owner });
});
