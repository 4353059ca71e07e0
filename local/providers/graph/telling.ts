import type { Clock } from "../clock";
import { createResending, nextAttempt, type Waiting } from "../resending";
import type { Accounts } from "./state";
import { forgeries, sendEntries, type Change, type Entry, type Mode } from "./webhooks";

const weekMs = 7 * 24 * 60 * 60_000;

const isForged = (mode: Mode) => forgeries.some((forgery) => forgery === mode);

type Delivery = Waiting & Readonly<{ entry: readonly Entry[]; mode: Mode }>;

export type TellingParts = Readonly<{ state: Accounts; webhookUrl: string | null; clock: Clock }>;

/** What Meta tells of accounts and numbers: only once our app has asked to be told, and for seven days if nobody takes it. */
export function createTelling({ state, webhookUrl, clock }: TellingParts) {
  const waiting: Delivery[] = [];
  const seconds = (at = clock.now()) => String(Math.floor(at / 1_000));
  const valueOf = (number: string, content: object) => {
    const display = state.ofNumber(number)?.numbers.find(({ id }) => id === number)?.display ?? "";
    const metadata = { display_phone_number: display.replace(/\D/g, ""), phone_number_id: number };
    return { messaging_product: "whatsapp", metadata, ...content };
  };
  async function attempt(delivery: Delivery): Promise<number | null> {
    const status = webhookUrl && (await sendEntries(webhookUrl, delivery.entry, delivery.mode));
    const isDone = status === 200 || isForged(delivery.mode);
    const again = isDone ? null : nextAttempt(delivery, clock.now(), weekMs);
    if (again) waiting.push({ ...again, mode: again.mode === "slowReceiver" ? "normal" : again.mode });
    return status || null;
  }
  async function tellAccount(id: string, changes: readonly Change[], mode: Mode = "normal") {
    const account = state.accounts.find((each) => each.id === id);
    if (webhookUrl === null || !account?.subscribed) return null;
    const now = clock.now();
    const entry = [{ id, time: Number(seconds()), changes }];
    return attempt({ entry, mode, began: now, tried: 0, next: now });
  }
  const tell = (number: string, changes: readonly Change[], mode?: Mode) =>
    tellAccount(state.ofNumber(number)?.id ?? "", changes, mode);
  const tellValue = (number: string, content: object, mode?: Mode, field = "messages") =>
    tell(number, [{ field, value: valueOf(number, content) }], mode);
  const resending = createResending(waiting, clock, async (one) => void (await attempt(one)));
  return { seconds, valueOf, tell, tellAccount, tellValue, waiting, resending };
}

export type Telling = ReturnType<typeof createTelling>;
