import { noServer } from "../harness/console";
import { addLead, newOwner } from "../harness/people";
import { hasUnread, open, openBell, signIn } from "../harness/steps";
import { expect, test } from "./fixtures";

test("rows inserted while the socket was cut appear without a reload", async ({
  page,
  platform,
  complaints,
  rows,
}) => {
  complaints.expect(noServer);
  const owner = await newOwner("Olga");
  const paula = await addLead(rows.pool, owner.projectId, "Paula Lead", "warm");
  const petra = await addLead(rows.pool, owner.projectId, "Petra Lead", "warm");
  await signIn(page, owner);
  await open(page, "/");
  const panel = await openBell(page);
  await expect(panel.getByRole("status")).toHaveText("Live");
  await platform.cutSockets();
  await expect(panel.getByRole("status")).not.toHaveText("Live");
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [paula]);
  await rows.pool.query("update public.leads set heat = 'cold' where id = $1", [petra]);
  await platform.allowSockets();
  await hasUnread(page, 2);
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  await expect(panel.getByRole("status")).toHaveText("Live");
  const seqs = (await rows.notifications(owner.userId)).map(({ seq }) => seq);
  expect(seqs).toEqual(["1", "2"]);
});
