import { z } from "zod";
import { faultDeed } from "../fault-deed";
import { asJson, type Reply } from "../http";
import type { StoredTemplate } from "./app";
import type { Parts } from "./graph";

const digits = z.string().transform((text) => text.replace(/^\+/, ""));
const deeds = {
  inbound: z.object({ from: digits, body: z.string() }),
  /** `templates`: how many approved ones; without it the usual few. */
  account: z.object({
    name: z.string(),
    numbers: z.number().default(1),
    templates: z.number().optional(),
    pageSize: z.number().optional(),
    /** Of its numbers; without it they are in use. */
    status: z.string().optional(),
  }),
  number: z.object({ account: z.string() }),
  write: z.object({
    from: digits,
    body: z.string(),
    number: z.string(),
    id: z.string().optional(),
    at: z.number().optional(),
    more: z.record(z.string(), z.unknown()).optional(),
  }),
  sendFile: z.object({
    from: digits,
    number: z.string(),
    kind: z.enum(["image", "video", "audio", "document", "sticker"]),
    type: z.string(),
    base64: z.base64(),
    name: z.string().optional(),
    caption: z.string().optional(),
  }),
  report: z.object({ id: z.string(), steps: z.array(z.string()), code: z.number().optional() }),
  prefer: z.object({ from: digits, number: z.string(), value: z.enum(["stop", "resume"]) }),
  template: z.object({ account: z.string(), name: z.string(), language: z.string(), status: z.string() }),
  expire: z.object({ token: z.string() }),
  /** Meta tells of a whole account, such as by `account_update`. */
  tellAccount: z.object({ account: z.string(), field: z.string(), value: z.record(z.string(), z.unknown()) }),
  /** A page of templates fails once, after so many others. */
  failPage: z.object({ after: z.number() }),
  behave: z.object({ refusesLate: z.boolean() }),
  /** Time passes over there, with all that is sent again in it. */
  advance: z.object({ seconds: z.number().positive() }),
};

const many = (count: number): StoredTemplate[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `template_${String(at + 1).padStart(3, "0")}`,
    language: "en_US",
    status: "APPROVED",
    parameters: 1,
    body: "Hello {{1}}",
  }));

/** What tests in other processes do at the other end. */
export async function control(parts: Parts, name: string, given: unknown): Promise<Reply> {
  const { state, phones } = parts;
  if (name === "state") {
    const messages = phones.kept.map(({ id, to, number, message }) => ({
      id,
      to,
      number,
      type: message.type,
    }));
    const { requests, unexpected } = parts;
    return asJson(200, { accounts: state.accounts, tokens: state.tokens, messages, requests, unexpected });
  }
  if (name === "inbound") return asJson(200, { status: await phones.write(deeds.inbound.parse(given)) });
  if (name === "account") return asJson(200, makeAccount(parts, deeds.account.parse(given)));
  return asJson(200, (await meddle(parts, name, given)) ?? (await act(parts, name, given)));
}

/** What goes otherwise at Meta than it should; null: no such deed. */
async function meddle({ state, phones, faults }: Parts, name: string, given: unknown) {
  if (name === "fault") faults.set(faultDeed.parse(given));
  else if (name === "behave") Object.assign(state.habits, deeds.behave.parse(given));
  else if (name === "advance") await phones.resending.pass(deeds.advance.parse(given).seconds);
  else if (name === "tellAccount") {
    const { account, field, value } = deeds.tellAccount.parse(given);
    return { status: await phones.tellAccount(account, [{ field, value }]) };
  } else return null;
  return {};
}

function makeAccount({ state }: Parts, given: z.infer<typeof deeds.account>) {
  const templates = given.templates === undefined ? undefined : many(given.templates);
  const account = state.makeAccount(given.name, templates);
  if (given.pageSize !== undefined) account.pageSize = given.pageSize;
  for (let left = given.numbers; left > 0; left -= 1)
    Object.assign(state.newNumber(account), given.status !== undefined && { status: given.status });
  const { value } = state.giveToken(account);
  return { accountId: account.id, numbers: account.numbers.map(({ id }) => id), token: value };
}

async function act({ state, phones, files, faults }: Parts, name: string, given: unknown): Promise<object> {
  if (name === "write") {
    const { id, at, more, ...written } = deeds.write.parse(given);
    const chosen = { ...(id && { id }), ...(at && { at }), ...(more && { more }) };
    return { status: await phones.write({ ...written, ...chosen }) };
  }
  if (name === "sendFile") {
    const { from, number, base64, ...file } = deeds.sendFile.parse(given);
    const more = files.keep(number, { ...file, bytes: Buffer.from(base64, "base64") });
    return { status: await phones.write({ from, number, body: "", more }) };
  }
  if (name === "forgetFiles") {
    files.forget();
    return {};
  }
  if (name === "report") {
    const { id, steps, code } = deeds.report.parse(given);
    const statuses = [];
    for (const step of steps) statuses.push(await phones.report(id, step, code));
    return { statuses };
  }
  if (name === "prefer") {
    const { number, from, value } = deeds.prefer.parse(given);
    return { status: await phones.prefer(number, from, value) };
  }
  if (name === "template")
    return { status: await changeTemplate({ state, phones }, deeds.template.parse(given)) };
  if (name === "failPage") {
    const { after } = deeds.failPage.parse(given);
    faults.set({ reply: asJson(500, {}), times: 1, path: "/message_templates", after });
    return {};
  }
  if (name === "number") {
    const account = state.accounts.find(({ id }) => id === deeds.number.parse(given).account);
    return { id: account && state.newNumber(account).id };
  }
  if (name === "expire") {
    for (const each of state.tokens) if (each.value === deeds.expire.parse(given).token) each.ends = 1;
    return {};
  }
  throw new Error(`no deed ${name}`);
}

/** Meta decides about a template, and tells it. */
export async function changeTemplate(
  { state, phones }: Pick<Parts, "state" | "phones">,
  { account: id, name, language, status }: z.infer<typeof deeds.template>,
): Promise<number | null> {
  const account = state.accounts.find((each) => each.id === id);
  const at = account?.templates.findIndex((each) => each.name === name && each.language === language) ?? -1;
  const found = account?.templates[at];
  const [number] = account?.numbers ?? [];
  if (!account || !found || !number) throw new Error("no such template");
  account.templates[at] = { ...found, status };
  const value = {
    event: status,
    message_template_id: at,
    message_template_name: name,
    message_template_language: language,
    reason: "NONE",
  };
  return phones.tell(number.id, [{ field: "message_template_status_update", value }]);
}
