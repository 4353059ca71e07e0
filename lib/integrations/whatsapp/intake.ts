import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * What Meta tells, in pieces: one delivery holds several of several accounts, and each is another connection's. `account`
 * and `number` say whose; `number` null: of the whole account. `id`: the same at every attempt.
 */
export type Piece = Readonly<{ account: string; number: string | null; id: string; body: string }>;

const envelope = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(
    z.object({
      id: z.string().min(1).max(64),
      time: z.unknown().optional(),
      changes: z.array(z.object({ field: z.string(), value: z.unknown() })),
    }),
  ),
});

const list = z.array(z.unknown()).catch([]);
const ofNumber = z.object({
  metadata: z.object({ phone_number_id: z.string().regex(/^\d{1,40}$/) }),
  contacts: list,
  messages: list,
  statuses: list,
  user_preferences: list,
});

const named = z.object({
  id: z.string().optional(),
  status: z.string().optional(),
  timestamp: z.union([z.string(), z.number()]).optional(),
});

/** News of an account and not of a number. */
export const ofAccount = new Set([
  "account_update",
  "account_review_update",
  "message_template_status_update",
  "message_template_quality_update",
  "template_category_update",
  "phone_number_quality_update",
]);

/** Meta tries for seven days; what is older is no attempt of theirs. */
const staleSeconds = 8 * 86_400;
/** A column of the database holds no more. */
const mostBytes = 256 * 1_024;

const hashOf = (...parts: readonly unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** `left`: how many were too old, too long or nothing that is known. Null where it is no delivery of Meta's at all. */
export function piecesOf(
  given: unknown,
  nowSeconds: number,
): Readonly<{ pieces: readonly Piece[]; left: number }> | null {
  const read = envelope.safeParse(given);
  if (!read.success) return null;
  const all = read.data.entry.flatMap(({ id: account, time, changes }) =>
    changes.flatMap(({ field, value }): (Piece | null)[] => {
      if (ofAccount.has(field))
        return [
          {
            account,
            number: null,
            id: hashOf(account, field, time, value),
            body: JSON.stringify({ field, value }),
          },
        ];
      return field === "messages" || field === "user_preferences"
        ? ofOneNumber(account, field, value, nowSeconds)
        : [null];
    }),
  );
  const pieces = all.flatMap((piece) => (piece && Buffer.byteLength(piece.body) <= mostBytes ? [piece] : []));
  return { pieces, left: all.length - pieces.length };
}

function ofOneNumber(account: string, field: string, value: unknown, nowSeconds: number): (Piece | null)[] {
  const read = ofNumber.safeParse(value);
  if (!read.success) return [null];
  const { metadata, contacts, ...told } = read.data;
  const number = metadata.phone_number_id;
  return (["messages", "statuses", "user_preferences"] as const).flatMap((key) =>
    told[key].map((item) => {
      const { id, status, timestamp } = named.safeParse(item).data ?? {};
      if (timestamp !== undefined && nowSeconds - Number(timestamp) > staleSeconds) return null;
      const one = { metadata: { phone_number_id: number }, [key]: [item] };
      // A message alone of its batch is the only one whose contact is known for sure.
      const who = key === "messages" && told.messages.length === 1 ? { contacts: contacts.slice(0, 1) } : {};
      return {
        account,
        number,
        id: id === undefined ? hashOf(number, key, item) : hashOf(number, key, id, status ?? ""),
        body: JSON.stringify({ field, value: { ...one, ...who } }),
      };
    }),
  );
}
