import { addLead, newOwner } from "../harness/people";
import { expect, test } from "./fixtures";

test("a switch moves, is stored, and stands so after a reload", async ({ person, rows }) => {
  const owner = await newOwner("Sina");
  await person.signIn(owner);
  await person.isPath(/^\/dashboard\//);
  await person.open("/settings/dashboard");
  await person.click({ role: "switch", name: "Insights" });
  await person.saved();
  expect(await rows.dashboardOverrides(owner.userId, null)).toMatchObject({
    widget_visibility: { insights: false },
  });
  await person.page.reload();
  await person.isReady();
  const isOn = () =>
    person.page.ask(
      () => document.querySelector("[role=switch][aria-label=Insights], [data-wanted]")?.ariaChecked,
    );
  await person.shows({ role: "switch", name: "Insights" });
  expect(await isOn()).toBe("false");
});

test("the bell tells of a lead that starts to burn, and shows it", async ({ person, rows }) => {
  const owner = await newOwner("Sami");
  const lead = await addLead(rows.pool, owner.projectId, "Ada Stone");
  // This engine is the person's first device: a second one would be told.
  await rows.pool.query("delete from auth.sessions where user_id = $1", [owner.userId]);
  await person.signIn(owner);
  await person.isPath(/^\/dashboard\//);
  await person.isReady();
  await person.shows({ role: "button", name: "Notifications, nothing unread" });
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [lead]);
  await person.press("Notifications, 1 unread");
  await person.shows({ role: "dialog", name: "Notifications" });
  await expect.poll(() => person.textOf({ role: "dialog", name: "Notifications" })).toContain("Ada Stone");
});
