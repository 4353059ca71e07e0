/**
 * The parts of a person's file, in its order; `public.get_own_data` knows them by these names, and
 * supabase/tests/own-data.test.ts that none is missing.
 */
export const ownDataParts = [
  "account",
  "sign_ins",
  "clients",
  "projects",
  "dashboard_settings",
  "notification_settings",
  "preferences",
  "devices",
  "settings_history",
  "notifications",
  "notification_subscriptions",
  "destinations",
  "integrations",
  "meeting_answers",
  "calendar_address",
  "lead_notes",
  "lead_mails",
  "lead_history",
] as const;

export type OwnDataPart = (typeof ownDataParts)[number];

/** `next`: where the next page of the part begins; null after the last. */
export type OwnDataPage = { rows: unknown[]; next: number | null };

type ReadPage = (part: OwnDataPart, after: number) => Promise<OwnDataPage>;

/**
 * The file as text, piece by piece: one JSON object with an array for each part. Only one page is in memory at a time,
 * and the next is read when the browser has taken the last. `at`: ISO 8601.
 */
export async function* ownDataFile(read: ReadPage, at: string): AsyncGenerator<string> {
  yield `{\n"exported_at": ${JSON.stringify(at)}`;
  for (const part of ownDataParts) {
    yield `,\n${JSON.stringify(part)}: [`;
    let separator = "\n";
    for (let after: number | null = 0; after !== null;) {
      const page: OwnDataPage = await read(part, after);
      for (const row of page.rows) {
        yield separator + JSON.stringify(row);
        separator = ",\n";
      }
      after = page.next;
    }
    yield "]";
  }
  yield "\n}\n";
}
