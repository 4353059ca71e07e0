import type { Ask } from "@/lib/provider-request";
import { acceptedAnswer, refusalAnswer } from "./answers";
import type { WhatsappApp } from "./config";

/** Who is written to: by number, or where the person hides it by Meta's name of them. */
export type Recipient = Readonly<{ wa: string } | { bsuid: string }>;

export type Content =
  | Readonly<{ kind: "text"; text: string }>
  | Readonly<{
      kind: "template";
      name: string;
      language: string;
      named: boolean;
      parameters: readonly string[];
      values: Readonly<Record<string, string>>;
    }>;

/**
 * What Meta said: taken, or refused with a code and a status. `lost`: certainly not taken. `unknown`: nobody knows, so it
 * is not sent again; a report may tell, because `id` comes back with it.
 */
export type Sending =
  | Readonly<{ end: "taken"; wamid: string }>
  | Readonly<{ end: "refused"; status: number; code: number | null; subcode: number | null }>
  | Readonly<{ end: "lost" }>
  | Readonly<{ end: "unknown" }>;

type Parts = Readonly<{ app: WhatsappApp; ask: Ask; token: string; number: string }>;

/** Sends one message from a number. Never twice: the API has no key by which it would know one again. */
export async function sendMessage(
  { app, ask, token, number }: Parts,
  id: string,
  to: Recipient,
  content: Content,
): Promise<Sending> {
  const body = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...("wa" in to ? { to: to.wa } : { recipient: to.bsuid }),
    biz_opaque_callback_data: id,
    ...(content.kind === "text" ? textOf(content.text) : templateOf(content)),
  };
  const asked = await ask(
    `${app.apiUrl}/${app.version}/${number}/messages`,
    {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    },
    AbortSignal.timeout(15_000),
  );
  if (!asked.answered) return asked.fault === "refused" ? { end: "lost" } : { end: "unknown" };
  const taken = acceptedAnswer.safeParse(asked.body);
  const [first] = taken.success ? taken.data.messages : [];
  if (first) return { end: "taken", wamid: first.id };
  if (asked.status < 300) return { end: "unknown" };
  const { code = null, error_subcode: subcode = null } =
    refusalAnswer.safeParse(asked.body).data?.error ?? {};
  // A server that broke off in the middle may have taken it; one that names a fault has not.
  if (asked.status >= 500 && code === null) return { end: "unknown" };
  return { end: "refused", status: asked.status, code, subcode };
}

const textOf = (body: string) => ({ type: "text", text: { body, preview_url: false } });

/** Meta refuses values that are empty or have more than one line. */
const lineOf = (text: string) => text.toWellFormed().replace(/\s+/g, " ").trim() || "–";

function templateOf({ name, language, named, parameters, values }: Extract<Content, { kind: "template" }>) {
  const given = parameters.map((key) => ({
    type: "text",
    ...(named && { parameter_name: key }),
    text: lineOf(values[key] ?? ""),
  }));
  const components = given.length > 0 ? [{ type: "body", parameters: given }] : [];
  return { type: "template", template: { name, language: { code: language }, components } };
}
