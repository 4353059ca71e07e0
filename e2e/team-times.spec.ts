import { expect, test } from "./fixtures";
import { addLead, addMember, newOwner, signUp } from "./harness/people";
import { open, signIn } from "./harness/steps";

test("who plans a meeting at a lead sees when a colleague is busy, and reads how much is known", async ({
  page,
  rows,
}) => {
  const [owner, member] = [await newOwner("Gila"), await signUp("Noam")];
  await addMember(rows.pool, owner, member);
  const lead = await addLead(rows.pool, owner.projectId, "Lena Lead");
  await rows.pool.query(
    `insert into public.user_app_preferences (user_id, data_preferences) values ($1, '{"timezone": "Asia/Jerusalem", "timeFormat": "h23"}')`,
    [owner.userId],
  );
  await signIn(page, owner);
  await open(page, `/leads/${lead}`);
  await page.getByRole("button", { name: "Free times" }).click();
  const dialog = page.getByRole("dialog", { name: "Free and busy times" });
  await dialog.getByRole("combobox", { name: "Who" }).selectOption({ label: "Noam" });
  await expect(dialog).toContainText("Noam\u2069 has connected no calendar");

  await rows.pool.query(
    `with calendar as (insert into public.integration_connections (user_id, provider, kind, details)
       values ($1, 'calendly', 'personal', '{"types": []}') returning id),
     enabled as (insert into public.user_app_preferences (user_id, integration_settings)
       values ($1, '{"calendly": {"enabled": true}}'))
     insert into private.integration_bookings (connection_id, booking_id, starts_at, ends_at, status, changed_at)
     select id, 'one', '2030-06-12T07:00:00Z', '2030-06-12T07:45:00Z', 'active', now() from calendar`,
    [member.userId],
  );
  await dialog.getByLabel("Day").fill("2030-06-12");
  // Israel is three hours ahead in June.
  await expect(dialog.getByRole("listitem")).toHaveText([
    /^Until 10:00.*Free, as far as is known$/,
    /^10:00.*10:45.*Busy$/,
    /^From 10:45.*Free, as far as is known$/,
  ]);
  await dialog.getByRole("combobox", { name: "Who" }).selectOption({ label: "You" });
  await expect(dialog).toContainText("That does not mean that you are free.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Free times" })).toBeFocused();
});
