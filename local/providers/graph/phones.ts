import { randomBytes } from "node:crypto";
import type { Outbox } from "../outbox";
import { graphApp } from "./app";
import { addressOf, type GivenMessage, shownOf } from "./judge";
import { createTelling, type Telling, type TellingParts } from "./telling";
import type { Mode } from "./webhooks";

export type GraphMessage = Readonly<{
  id: string;
  to: string;
  at: number;
  message: GivenMessage;
  number: string;
}>;

/**
 * What a phone wrote: `person` is Meta's own name of who has it, alone where `from` is empty; `id` and `more` are for
 * messages that are not what people write.
 */
export type Written = Readonly<{
  from: string;
  body: string;
  number?: string;
  person?: string;
  id?: string;
  at?: number;
  more?: object;
}>;

const dayMs = 24 * 60 * 60 * 1_000;
const idOf = () => `wamid.${randomBytes(24).toString("base64")}`;

type Parts = TellingParts & Readonly<{ reports: boolean; outbox: Outbox | undefined }>;

/** The messages of ours that Meta took, and what becomes of them. */
function createSent({ state, reports, outbox, clock }: Parts, telling: Telling) {
  const kept: GraphMessage[] = [];
  const steps = new Map<string, string[]>();
  /** Something became of a message; without `report`, of which nobody is told. */
  const note = (id: string, status: string) => void steps.set(id, [...(steps.get(id) ?? []), status]);
  async function report(id: string, status: string, error?: number, mode?: Mode) {
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
    return telling.tellValue(found?.number ?? graphApp.phoneNumberId, { statuses: [told] }, mode);
  }
  /** A message of ours has arrived at Meta: its name. `code`: why it will be told to have failed. */
  function take(number: string, message: GivenMessage, code?: number): string {
    const to = addressOf(message);
    const id = idOf();
    kept.push({ id, to, at: clock.now(), message, number });
    const templates = state.ofNumber(number)?.templates ?? [];
    if (code !== undefined) {
      void report(id, "failed", code);
      return id;
    }
    outbox?.add({
      channel: "whatsapp",
      to: message.to === undefined ? to : `+${to}`,
      title: "",
      text: shownOf(message, templates),
    });
    if (reports) void report(id, "sent").then(() => report(id, "delivered"));
    return id;
  }
  return { kept, note, report, stepsOf: (id: string) => steps.get(id), take };
}

/** The phones of people who write with our numbers: what they get, what they write, and what becomes of messages. */
export function createPhones(parts: Parts) {
  const { now } = parts.clock;
  const telling = createTelling(parts);
  const received: { number: string; from: string; body: string; at: number }[] = [];
  const lastInbound = new Map<string, number>();
  const stopped = new Set<string>();
  const lastOf = (number: string, phone: string) => lastInbound.get(`${number} ${phone}`) ?? 0;
  return {
    ...createSent(parts, telling),
    tell: telling.tell,
    tellAccount: telling.tellAccount,
    valueOf: telling.valueOf,
    /** Deliveries that were not taken and come again. */
    waiting: telling.waiting,
    resending: telling.resending,
    received,
    isOpen: (number: string, phone: string) => now() < lastOf(number, phone) + dayMs,
    /** The window is over at Meta, before it is over elsewhere. */
    shut: (number: string, phone: string) => void lastInbound.delete(`${number} ${phone}`),
    isStopped: (phone: string) => stopped.has(phone),
    async write(
      { from, person, body, number = graphApp.phoneNumberId, id = idOf(), at = now(), more = {} }: Written,
      mode?: Mode,
    ): Promise<number | null> {
      const key = from || (person ?? "");
      lastInbound.set(`${number} ${key}`, Math.max(at, lastOf(number, key)));
      received.push({ number, from: key, body, at });
      const known = { ...(from && { wa_id: from }), ...(person && { user_id: person }) };
      const sender = { ...(from && { from }), ...(person && { from_user_id: person }) };
      const contacts = [{ profile: { name: "Phone" }, ...known }];
      const said = { id, timestamp: telling.seconds(at), type: "text", text: { body } };
      return telling.tellValue(number, { contacts, messages: [{ ...sender, ...said, ...more }] }, mode);
    },
    /** The person stops or resumes messages for marketing, in the settings of the chat. */
    async prefer(number: string, from: string, value: "stop" | "resume") {
      if (value === "stop") stopped.add(from);
      else stopped.delete(from);
      const timestamp = Number(telling.seconds());
      const wish = { wa_id: from, category: "marketing_messages", value, detail: "", timestamp };
      return telling.tellValue(number, { user_preferences: [wish] }, "normal", "user_preferences");
    },
  };
}

export type Phones = ReturnType<typeof createPhones>;
