import { randomBytes } from "node:crypto";
import type { Outbox } from "../outbox";
import { graphApp } from "./app";
import { type GivenMessage, shownOf } from "./judge";
import type { Accounts } from "./state";
import { sendEntries, type Change, type Signing } from "./webhooks";

export type GraphMessage = Readonly<{
  id: string;
  to: string;
  at: number;
  message: GivenMessage;
  number: string;
}>;

/** What a phone wrote: `id` and `more` for messages that are not what people write. */
export type Written = Readonly<{
  from: string;
  body: string;
  number?: string;
  id?: string;
  at?: number;
  more?: object;
}>;

const dayMs = 24 * 60 * 60 * 1_000;
const idOf = () => `wamid.${randomBytes(24).toString("base64")}`;

type Parts = Readonly<{
  state: Accounts;
  webhookUrl: string | null;
  reports: boolean;
  outbox: Outbox | undefined;
  now(): number;
}>;

/** What Meta tells of a number: only once our app has asked to be told of its account. */
function createTelling({ state, webhookUrl, now }: Parts) {
  const seconds = (at = now()) => String(Math.floor(at / 1_000));
  const valueOf = (number: string, content: object) => {
    const display = state.ofNumber(number)?.numbers.find(({ id }) => id === number)?.display ?? "";
    const metadata = { display_phone_number: display.replace(/\D/g, ""), phone_number_id: number };
    return { messaging_product: "whatsapp", metadata, ...content };
  };
  async function tell(number: string, changes: readonly Change[], signing?: Signing): Promise<number | null> {
    const account = state.ofNumber(number);
    if (webhookUrl === null || !account?.subscribed) return null;
    return sendEntries(webhookUrl, [{ id: account.id, time: Number(seconds()), changes }], signing);
  }
  const tellValue = (number: string, content: object, signing?: Signing, field = "messages") =>
    tell(number, [{ field, value: valueOf(number, content) }], signing);
  return { seconds, valueOf, tell, tellValue };
}

/** The messages of ours that Meta took, and what becomes of them. */
function createSent({ state, reports, outbox, now }: Parts, telling: ReturnType<typeof createTelling>) {
  const kept: GraphMessage[] = [];
  const steps = new Map<string, string[]>();
  /** Something became of a message; without `report`, of which nobody is told. */
  const note = (id: string, status: string) => void steps.set(id, [...(steps.get(id) ?? []), status]);
  async function report(id: string, status: string, error?: number, signing?: Signing) {
    const found = kept.find((message) => message.id === id);
    note(id, status);
    const ours = found?.message.biz_opaque_callback_data;
    const told = {
      id,
      status,
      timestamp: telling.seconds(),
      recipient_id: found?.to,
      ...(ours !== undefined && { biz_opaque_callback_data: ours }),
      ...(error !== undefined && { errors: [{ code: error, title: "", href: "" }] }),
    };
    return telling.tellValue(found?.number ?? graphApp.phoneNumberId, { statuses: [told] }, signing);
  }
  /** A message of ours has arrived at Meta: its name. */
  function take(number: string, message: GivenMessage): string {
    const to = message.to.replace(/^\+/, "");
    const id = idOf();
    kept.push({ id, to, at: now(), message, number });
    const templates = state.ofNumber(number)?.templates ?? [];
    outbox?.add({ channel: "whatsapp", to: `+${to}`, title: "", text: shownOf(message, templates) });
    if (reports) void report(id, "sent").then(() => report(id, "delivered"));
    return id;
  }
  return { kept, note, report, stepsOf: (id: string) => steps.get(id), take };
}

/** The phones of people who write with our numbers: what they get, what they write, and what becomes of messages. */
export function createPhones(parts: Parts) {
  const { now } = parts;
  const telling = createTelling(parts);
  const received: { number: string; from: string; body: string; at: number }[] = [];
  const lastInbound = new Map<string, number>();
  const stopped = new Set<string>();
  const lastOf = (number: string, phone: string) => lastInbound.get(`${number} ${phone}`) ?? 0;
  return {
    ...createSent(parts, telling),
    tell: telling.tell,
    valueOf: telling.valueOf,
    received,
    isOpen: (number: string, phone: string) => now() < lastOf(number, phone) + dayMs,
    isStopped: (phone: string) => stopped.has(phone),
    async write(
      { from, body, number = graphApp.phoneNumberId, id = idOf(), at = now(), more = {} }: Written,
      signing?: Signing,
    ): Promise<number | null> {
      lastInbound.set(`${number} ${from}`, Math.max(at, lastOf(number, from)));
      received.push({ number, from, body, at });
      const contacts = [{ profile: { name: "Phone" }, wa_id: from }];
      const messages = [{ from, id, timestamp: telling.seconds(at), type: "text", text: { body }, ...more }];
      return telling.tellValue(number, { contacts, messages }, signing);
    },
    /** The person stops or resumes messages for marketing, in the settings of the chat. */
    async prefer(number: string, from: string, value: "stop" | "resume") {
      if (value === "stop") stopped.add(from);
      else stopped.delete(from);
      const timestamp = Number(telling.seconds());
      const wish = { wa_id: from, category: "marketing_messages", value, detail: "", timestamp };
      return telling.tellValue(number, { user_preferences: [wish] }, "right", "user_preferences");
    },
  };
}

export type Phones = ReturnType<typeof createPhones>;
