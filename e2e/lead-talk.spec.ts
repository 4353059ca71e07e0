import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { noNetwork } from "./harness/console";
import { addLead, addMember, newOwner, signUp } from "./harness/people";
import { open, reload, signIn } from "./harness/steps";

const talk = (page: Page) => page.getByRole("log", { name: "Conversation" });
const entries = (page: Page) => talk(page).getByRole("listitem");
const note = (page: Page) => page.getByRole("textbox", { name: "Write a note" });

test("messages, meetings and notes stand in one line of time; a note is there for colleagues, and has its Undo", async ({
  page,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Tali", { lead: false });
  const colleague = await signUp("Tamar");
  await addMember(rows.pool, owner, colleague);
  const leadId = await addLead(rows.pool, owner.projectId, "Talked Lead");
  await rows.pool.query(
    `insert into public.messages (project_id, lead_id, direction, sent_at)
     values ($1, $2, 'in', '2026-11-01T10:00:00Z'), ($1, $2, 'out', '2026-11-01T10:05:00Z')`,
    [owner.projectId, leadId],
  );
  await rows.pool.query(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at, status)
     values ($1, $2, '2026-11-02T09:00:00Z', '2026-11-02T10:00:00Z', 'canceled')`,
    [owner.projectId, leadId],
  );
  const other = await newDevice();
  await Promise.all([signIn(page, owner), signIn(other, colleague)]);
  await Promise.all([open(page, `/leads/${leadId}`), open(other, `/leads/${leadId}`)]);
  await expect(entries(page)).toHaveText([/Received/, /Sent/, /Meeting canceled/]);

  await note(page).fill("Wants the corner flat\nעם מרפסת");
  await page.keyboard.press("Control+Enter");
  await expect(entries(page).last()).toContainText("Wants the corner flat");
  await expect(entries(page).last()).toContainText("You");
  await expect(note(page)).toHaveValue("");
  // No reload over there: the channel says that something was said.
  await expect(entries(other).last()).toContainText("Wants the corner flat");
  await expect(entries(other).last()).toContainText("Tali");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entries(page)).toHaveCount(3);
  await expect(entries(other)).toHaveCount(3);
  const { rows: kept } = await rows.pool.query("select from public.lead_notes where lead_id = $1", [leadId]);
  expect(kept).toEqual([]);
});

test("a long conversation opens at its end, and its beginning comes when it is asked for", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Tom", { lead: false });
  const leadId = await addLead(rows.pool, owner.projectId, "Long Lead");
  await rows.pool.query(
    `insert into public.lead_notes (id, project_id, lead_id, author, body, at)
     select gen_random_uuid(), $1, $2, $3, 'Note no. ' || n, '2026-11-01T10:00:00Z'::timestamptz + n * interval '1 hour'
     from generate_series(1, 45) n`,
    [owner.projectId, leadId, owner.userId],
  );
  await signIn(page, owner);
  await open(page, `/leads/${leadId}`);
  await expect(entries(page)).toHaveCount(30);
  await note(page).scrollIntoViewIfNeeded();
  await expect(entries(page).last()).toBeInViewport();
  await talk(page).getByRole("button", { name: "Show earlier" }).click();
  await expect(entries(page)).toHaveCount(45);
  await expect(entries(page).first()).toContainText("Note no. 1");
  await expect(talk(page).getByRole("button", { name: "Show earlier" })).toBeHidden();
});

test("what could not be saved stays in the field, and is one note however often it is sent", async ({
  page,
  rows,
  complaints,
}) => {
  complaints.expect(noNetwork);
  const owner = await newOwner("Tova", { lead: false });
  const leadId = await addLead(rows.pool, owner.projectId, "Kept Lead");
  await signIn(page, owner);
  await open(page, `/leads/${leadId}`);
  await page.context().setOffline(true);
  await note(page).fill("Call after six");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(note(page)).toHaveAccessibleDescription(/Your text is still here/);
  await expect(note(page)).toHaveValue("Call after six");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(entries(page)).toHaveCount(1);
  await reload(page);
  await expect(entries(page)).toHaveText([/Call after six/]);
});
