import { expect, test } from "./fixtures";
import { newOwner } from "./harness/people";
import { hasUnread, open, openBell, signIn } from "./harness/steps";

test("marking all as read leaves what came since the bell last heard, an urgent one above all", async ({
  page,
  rows,
}) => {
  // The bell is behind: it hears of nothing, and has not yet asked again.
  await page.routeWebSocket(/\/realtime\//, () => {});
  await page.route("**/api/notifications*", () => {});
  const owner = await newOwner("Ursula");
  const insert = (from: number, to: number, title: string) =>
    rows.pool.query(
      `insert into public.notifications (user_id, category, title)
       select $1, 'leadUpdates', $4 || ' ' || n from generate_series($2::int, $3::int) n`,
      [owner.userId, from, to, title],
    );
  await insert(1, 36, "News");
  await signIn(page, owner);
  await open(page, "/");
  await hasUnread(page, 36);
  const panel = await openBell(page);
  await insert(37, 37, "Urgent");
  await panel.getByRole("button", { name: "Mark all read" }).click();
  const unread = async () =>
    (await rows.notifications(owner.userId)).filter(({ read }) => !read).map(({ title }) => title);
  await expect.poll(unread).toEqual(["Urgent 37"]);
});
