import { answerUrls } from "../lib/notifications/invitations/link";
import type { Locale } from "../lib/vocabulary/locales";
import { NOTIFICATION_SECRET } from "../local/supabase/keys";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { violations } from "./harness/axe";
import { addLead, addMember, newOwner, signUp } from "./harness/people";
import { open, reload, signIn } from "./harness/steps";

type Words = Record<
  "question" | "accept" | "decline" | "accepted" | "declined" | "moved" | "canceled",
  string
>;

const words: Record<Locale, Words> = {
  en: {
    question: "Will you be there?",
    accept: "Confirm",
    decline: "Decline",
    accepted: "You confirmed",
    declined: "You declined",
    moved: "The meeting was changed",
    canceled: "The meeting was canceled",
  },
  he: {
    question: "מגיעים לפגישה?",
    accept: "אגיע",
    decline: "לא אגיע",
    accepted: "ההגעה אושרה",
    declined: "ההזמנה נדחתה",
    moved: "הפגישה השתנתה",
    canceled: "הפגישה בוטלה",
  },
  ar: {
    question: "هل ستحضر الاجتماع؟",
    accept: "سأحضر",
    decline: "لن أحضر",
    accepted: "تم تأكيد الحضور",
    declined: "تم الاعتذار عن الحضور",
    moved: "تغيّر الاجتماع",
    canceled: "أُلغي الاجتماع",
  },
};

for (const locale of ["en", "he", "ar"] as const)
  test(`an invitation is answered in ${locale} by its link, without signing in, and anew when the meeting moves`, async ({
    page,
    rows,
    newDevice,
    complaints,
  }) => {
    const said = words[locale];
    const [owner, member] = [await newOwner("Ora"), await signUp("Pola")];
    await addMember(rows.pool, owner, member);
    const leadId = await addLead(rows.pool, owner.projectId, "Quinn Lead");
    const { rows: made } = await rows.pool.query<{ id: string }>(
      `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
       values ($1, $2, '2040-12-03T08:30:00Z', '2040-12-03T09:00:00Z') returning id`,
      [owner.projectId, leadId],
    );
    const meetingId = made[0]?.id ?? "";
    const answers = async () =>
      (
        await rows.pool.query(
          "select user_id, sequence, answer from private.meeting_answers where meeting_id = $1",
          [meetingId],
        )
      ).rows;
    const urls = answerUrls({ meetingId, userId: member.userId, sequence: 0, locale }, addresses.app, [
      NOTIFICATION_SECRET,
    ]);
    const shows = async (heading: string) => {
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      expect(await violations(page), heading).toEqual([]);
    };
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

    await page.goto(urls?.accept ?? "");
    await shows(said.question);
    await expect(page.getByText("Quinn Lead")).toBeVisible();
    expect(await answers(), "to look answers nothing").toEqual([]);
    await press(said.accept);
    await shows(said.accepted);
    await page.goto(urls?.decline ?? "");
    await shows(said.accepted);
    expect(await answers()).toEqual([{ user_id: member.userId, sequence: 0, answer: "accepted" }]);

    const ownerPage = await newDevice();
    await signIn(ownerPage, owner);
    await open(ownerPage, `/leads/${leadId}`);
    await expect(ownerPage.getByText("Pola will be there")).toBeVisible();

    await rows.pool.query(
      "update public.meetings set starts_at = '2040-12-05T10:00:00Z', ends_at = '2040-12-05T10:30:00Z' where id = $1",
      [meetingId],
    );
    await page.reload();
    await shows(said.moved);
    await expect(page.getByText(/2040.*10:00|10:00.*2040/)).toBeVisible();
    await press(said.decline);
    await shows(said.declined);
    expect(await answers()).toMatchObject([{ sequence: 1, answer: "declined" }]);
    await reload(ownerPage);
    await expect(ownerPage.getByText("Pola declined")).toBeVisible();

    await rows.pool.query("update public.meetings set status = 'canceled' where id = $1", [meetingId]);
    await page.goto(urls?.accept ?? "");
    await shows(said.canceled);
    await expect(page.getByRole("button")).toHaveCount(0);
    await reload(ownerPage);
    await expect(ownerPage.getByText("Meeting canceled").first()).toBeVisible();
    await expect(ownerPage.getByText("Pola declined")).toHaveCount(0);

    complaints.expect(/status of 404/);
    const forged = new URL(urls?.accept ?? "");
    forged.pathname = `${forged.pathname.slice(0, -2)}AA`;
    await page.goto(forged.href);
    await expect(page.getByRole("button")).toHaveCount(0);
  });
