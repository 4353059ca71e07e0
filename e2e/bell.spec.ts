import { expect, test } from "./fixtures";
import { change } from "./harness/changes";
import { addLead, addMember, newOwner, signUp } from "./harness/people";
import { bell, hasUnread, open, openBell, signIn } from "./harness/steps";

test("a lead turned burning rings the bells of its project, but for who turned it, and of nobody else", async ({
  page,
  newDevice,
  rows,
}) => {
  const [owner, stranger, member] = [await newOwner("Iris"), await newOwner("Jana"), await signUp("Kai")];
  await addMember(rows.pool, owner, member);
  const leadId = await addLead(rows.pool, owner.projectId, "Lena Lead", "hot");
  const [members, strangers] = [await newDevice(), await newDevice()];
  await Promise.all([signIn(page, owner), signIn(members, member), signIn(strangers, stranger)]);
  await Promise.all([open(members, "/"), open(strangers, "/")]);
  await open(page, `/leads/${leadId}`);
  await page.getByRole("radio", { name: "Burning" }).click();

  await hasUnread(members, 1);
  const panel = await openBell(members);
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(panel.getByRole("listitem")).toContainText("Lena Lead");
  expect(await rows.notifications(owner.userId)).toEqual([]);
  await hasUnread(page, 0);
  expect(await rows.notifications(member.userId)).toHaveLength(1);
  expect(await rows.notifications(stranger.userId)).toEqual([]);
  await hasUnread(strangers, 0);
});

test("a mark that is ticked tells the others as their settings say, and no longer once it is taken back", async ({
  page,
  rows,
}) => {
  const [owner, listens, silent] = [await newOwner("Ilan"), await signUp("Lior"), await signUp("Sivan")];
  for (const member of [listens, silent]) await addMember(rows.pool, owner, member);
  await change(silent, "notifications", { in_app_notifications: { bantQualifications: false } });
  const leadId = await addLead(rows.pool, owner.projectId, "Marked Lead");
  const told = async () => {
    const { rows: lines } = await rows.pool.query<{ user_id: string }>(
      `select user_id from public.notifications
       where lead_id = $1 and collapsed_at is null and kept_away is null`,
      [leadId],
    );
    return [owner, listens, silent].map(
      ({ userId }) => lines.filter(({ user_id }) => user_id === userId).length,
    );
  };
  await signIn(page, owner);
  await open(page, `/leads/${leadId}`);
  for (const mark of ["Budget", "Need"]) {
    await page.getByRole("checkbox", { name: mark }).click();
    await expect(page.getByText(new RegExp(`^${mark} of .*confirmed`))).toBeVisible();
  }
  // Two marks are one line; nobody is told of their own.
  await expect.poll(told).toEqual([0, 1, 0]);
  const said = page.getByRole("listitem").filter({ hasText: /Need of .*Marked Lead/ });
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("checkbox", { name: "Need" })).not.toBeChecked();
  await expect.poll(told).toEqual([0, 1, 0]);
});

test("a notification leads to its lead, and is read by that", async ({ page, rows }) => {
  const owner = await newOwner("Lia");
  const leadId = await addLead(rows.pool, owner.projectId, "Moritz Lead", "warm");
  await signIn(page, owner);
  await open(page, "/");
  await hasUnread(page, 0);
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await hasUnread(page, 1);
  const panel = await openBell(page);
  await panel.getByRole("link", { name: /Moritz Lead/ }).click();
  await expect(page).toHaveURL(new RegExp(`/leads/${leadId}$`));
  await hasUnread(page, 0);
  await expect.poll(() => rows.notifications(owner.userId)).toMatchObject([{ read: true }]);
  await page.reload();
  await hasUnread(page, 0);
});

test("marking one and marking all is kept, and other devices follow", async ({ page, newDevice, rows }) => {
  const owner = await newOwner("Nora");
  const leads = [];
  for (const name of ["One", "Two", "Three"]) leads.push(await addLead(rows.pool, owner.projectId, name));
  const other = await newDevice();
  await Promise.all([signIn(page, owner), signIn(other, owner)]);
  await Promise.all([open(page, "/"), open(other, "/")]);
  await rows.pool.query("update public.leads set heat = 'hot' where id = any($1)", [leads]);
  for (const device of [page, other]) await hasUnread(device, 3);

  const panel = await openBell(page);
  await panel.getByRole("button", { name: /^Mark as read: .*Two/ }).click();
  for (const device of [page, other]) await hasUnread(device, 2);
  await panel.getByRole("button", { name: "Mark all read" }).click();
  for (const device of [page, other]) await hasUnread(device, 0);
  await expect
    .poll(async () => (await rows.notifications(owner.userId)).map(({ read }) => read))
    .toEqual([true, true, true]);
});

test("more than a hundred are 99+, all are read at once, and Undo brings exactly those back", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Oren");
  await rows.pool.query(
    `insert into public.notifications (user_id, category, title)
     select $1, 'leadUpdates', 'News ' || n from generate_series(1, 1500) n`,
    [owner.userId],
  );
  await rows.pool.query("update public.notifications set read = true where user_id = $1 and seq <= 5", [
    owner.userId,
  ]);
  const before = (await rows.notifications(owner.userId)).map(({ read }) => read);
  await signIn(page, owner);
  await open(page, "/");
  const more = "Notifications, more than 99 unread";
  await expect(bell(page)).toHaveAccessibleName(more);
  // In the evening it says until when it is quiet, too.
  await expect(bell(page)).toContainText("99+");
  await expect(page).toHaveTitle(/^\(99\+\) /);

  const panel = await openBell(page);
  await panel.getByRole("button", { name: "Mark all read" }).click();
  await hasUnread(page, 0);
  const stored = async () => (await rows.notifications(owner.userId)).map(({ read }) => read);
  await expect.poll(stored).toEqual(before.map(() => true));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(bell(page)).toHaveAccessibleName(more);
  await expect.poll(stored).toEqual(before);
});

test("the bell holds no row of a project one has left", async ({ page, rows }) => {
  const [owner, member] = [await newOwner("Quinn"), await signUp("Rami")];
  await addMember(rows.pool, owner, member);
  const leadId = await addLead(rows.pool, owner.projectId, "Secret Lead", "warm");
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await signIn(page, member);
  await open(page, "/");
  await hasUnread(page, 1);
  await rows.pool.query("delete from public.project_members where user_id = $1", [member.userId]);
  await page.goto(`/leads/${leadId}`);
  await expect(page.getByText("Secret Lead")).toHaveCount(0);
  expect(await rows.notifications(member.userId)).toHaveLength(1);
});
