import { expect, it } from "vitest";
import { deliveryWith, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import type { NoticeRow, PersonRow } from "./answers";
import { composer } from "./compose";
import type { Group } from "./group";

const compose = composer({
  siteUrl: "https://app.example",
  unsubscribeUrl: ({ channel, category, locale }) => `https://app.example/u/${channel}/${category}/${locale}`,
  invitations: { organizer: null, answerUrls: () => null },
  now: () => Date.parse("2026-12-02T10:00:00Z"),
});

type Given = { rows?: NoticeRow[]; person?: Partial<PersonRow>; bundle?: string | null };

function groupOf({ rows = [noticeRowWith()], person, bundle = null }: Given): Group {
  const [first, ...rest] = rows.map((row) => ({ delivery: deliveryWith(row.seq, { bundle }), row }));
  if (!first) throw new Error("a group has a row");
  return { id: first.delivery.id, recipient: recipientWith(person), items: [first, ...rest] };
}

const speaking = (language: string, schedule = {}) => ({
  preferences: { interface_settings: { language } },
  settings: { notification_schedule: schedule },
});

it("is written in the reader's language, on the clock of their schedule", async () => {
  const english = await compose(groupOf({}), "email");
  expect(english).toMatchObject({ locale: "en", subject: "Dana turned hot", intro: null, urgency: "normal" });
  expect(english.items[0]).toMatchObject({
    project: "Main",
    heat: "hot",
    at: expect.stringContaining("10:00"),
  });
  const hebrew = await compose(groupOf({ person: speaking("he", { timezone: "Asia/Jerusalem" }) }), "email");
  expect(hebrew.locale).toBe("he");
  expect(hebrew.subject).toMatch(/[\u0590-\u05ff]/);
  expect(hebrew.items[0].at).toContain("12:00");
});

it("leads to the lead, and to the very switch that let it through", async () => {
  const message = await compose(groupOf({}), "sms");
  expect(message.items[0].url).toMatch(/^https:\/\/app\.example\/leads\//);
  expect(message.why.url).toBe(
    "https://app.example/settings/notifications#sms_notifications-heatProgressions",
  );
  expect(message.unsubscribe?.url).toBe("https://app.example/u/sms/heatProgressions/en");
});

it("is turned off by nobody where its category has no switch", async () => {
  const row = noticeRowWith({
    category: "security",
    params: { kind: "account.security", event: "password" },
  });
  const message = await compose(groupOf({ rows: [row] }), "email");
  expect(message.unsubscribe).toBeNull();
  expect(message.why.url).toBe("https://app.example/settings/notifications");
});

it("says how many there are in one message, of what time, and which is the newest", async () => {
  const named = (seq: number, lead_name: string) =>
    noticeRowWith({
      seq,
      collapse_key: `lead:${seq}`,
      params: { kind: "lead.heat", lead_name, from: "cold", to: "hot" },
    });
  const rows = [named(3, "Cleo"), named(1, "Ada"), named(2, "Ben")];
  const subjects = [null, "away", "digest:daily"].map((bundle) =>
    compose(groupOf({ rows, bundle }), "email"),
  );
  expect((await Promise.all(subjects)).map(({ subject }) => subject)).toEqual([
    "3 notifications, the latest: Cleo turned hot",
    "While you were away: 3 notifications, the latest: Cleo turned hot",
    "Your day: 3 notifications, the latest: Cleo turned hot",
  ]);
  const message = await subjects[0];
  expect(message?.items).toHaveLength(3);
  expect(message?.thread).toBeNull();
});

it("hides what it says on a lock screen where the person wishes it, and nowhere else", async () => {
  const person = { settings: { push_notifications: { hideContent: true } } };
  expect((await compose(groupOf({ person }), "push")).hidden).toBe(true);
  expect((await compose(groupOf({ person }), "email")).hidden).toBe(false);
});

it("need not arrive after it expires, or after a day", async () => {
  expect((await compose(groupOf({}), "push")).ttlSeconds).toBe(86_400);
  const rows = [noticeRowWith({ expires_at: "2026-12-02T10:05:00Z" })];
  expect((await compose(groupOf({ rows }), "push")).ttlSeconds).toBe(300);
});
