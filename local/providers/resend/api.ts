import { createHash, randomUUID } from "node:crypto";
import { type EmailRequest, judgeEmail } from "./email-request";
import { type Answer, problem, type SentEmail, type State } from "./state";

export type ApiRequest = Readonly<{
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

export type ApiOptions = Readonly<{
  apiKey: string;
  /** May send, and read nothing. */
  restrictedKey: string;
  verifiedDomains: readonly string[];
  state: State;
  onSent(email: SentEmail): void;
}>;

const keptMs = 24 * 60 * 60 * 1_000;

/** Answers a request as the service does. */
export function answerApi(request: ApiRequest, options: ApiOptions): Answer {
  const refused = refusedCaller(request, options);
  if (refused) return refused;
  const { method, path } = request;
  if (method === "POST" && path === "/emails")
    return withKey(request, options, (body) => send(body, options));
  if (method === "POST" && path === "/emails/batch")
    return withKey(request, options, (body) => sendBatch(body, options));
  const id = /^\/emails\/([\w-]+)$/.exec(path)?.[1];
  if (method === "GET" && id) return read(id, options);
  if (method === "GET" && path === "/domains") return domains(options);
  options.state.unexpected.push(`${method} ${path}`);
  return problem(404, "not_found", "The requested endpoint does not exist.");
}

function refusedCaller(
  { method, headers, body }: ApiRequest,
  { apiKey, restrictedKey }: ApiOptions,
): Answer | null {
  // What stands before the service answers this one, and not in JSON.
  if (!headers["user-agent"]) return { status: 403, body: "error code: 1010" };
  const key = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  if (!key) return problem(401, "missing_api_key", "Missing API key in the authorization header.");
  if (key !== apiKey && key !== restrictedKey) return problem(403, "invalid_api_key", "API key is invalid.");
  if (key === restrictedKey && method === "GET")
    return problem(401, "restricted_api_key", "This API key is restricted to only send emails.");
  const isJson = /^application\/json\b/.test(headers["content-type"] ?? "");
  return body !== "" && !isJson
    ? problem(400, "validation_error", "The content type must be application/json.")
    : null;
}

/** The same key and text within a day: the first answer again. Only what was accepted is kept. */
function withKey(
  { path, headers, body }: ApiRequest,
  { state }: ApiOptions,
  act: (body: unknown) => Answer,
): Answer {
  const key = headers["idempotency-key"];
  if (key !== undefined && (key.length < 1 || key.length > 256))
    return problem(400, "invalid_idempotency_key", "The key must be between 1 and 256 characters.");
  const request = createHash("sha256").update(`${path} ${body}`).digest("hex");
  const known = key === undefined ? undefined : state.keys.get(key);
  if (known?.answer && state.now() - known.at < keptMs) {
    if (known.request === request) return known.answer;
    return problem(
      409,
      "invalid_idempotent_request",
      "Same idempotency key used with a different request payload.",
    );
  }
  const answer = act(jsonOf(body));
  if (key !== undefined && answer.status < 300) state.keys.set(key, { at: state.now(), request, answer });
  return answer;
}

function send(body: unknown, options: ApiOptions): Answer {
  const judged = judgeEmail(body, options.verifiedDomains);
  if ("refused" in judged) return judged.refused;
  options.state.warnings.push(...judged.unknown);
  return { status: 200, body: { id: accept(judged.request, options) } };
}

/** All or none; no attachments, and nothing scheduled. */
function sendBatch(body: unknown, options: ApiOptions): Answer {
  if (!Array.isArray(body) || body.length < 1 || body.length > 100)
    return problem(422, "validation_error", "A batch has 1 to 100 emails.");
  const judged = body.map((one) => judgeEmail(one, options.verifiedDomains));
  const refused = judged.find((one) => "refused" in one);
  if (refused && "refused" in refused) return refused.refused;
  const requests = judged.flatMap((one) => ("request" in one ? one.request : []));
  if (requests.some(({ attachments, scheduled_at }) => attachments ?? scheduled_at))
    return problem(422, "validation_error", "Attachments and scheduled_at are not supported in a batch.");
  return { status: 200, body: { data: requests.map((request) => ({ id: accept(request, options) })) } };
}

function accept(request: EmailRequest, { state, onSent }: ApiOptions): string {
  const email: SentEmail = {
    id: randomUUID(),
    createdAt: new Date(state.now()).toISOString(),
    from: request.from,
    to: request.to,
    subject: request.subject,
    html: request.html ?? null,
    text: request.text ?? null,
    headers: request.headers ?? {},
    attachments: request.attachments ?? [],
    lastEvent: "sent",
  };
  state.emails.set(email.id, email);
  onSent(email);
  return email.id;
}

function read(id: string, { state }: ApiOptions): Answer {
  const email = state.emails.get(id);
  if (!email) return problem(404, "not_found", "Email not found");
  const { createdAt: created_at, lastEvent: last_event, to, from, subject, html, text } = email;
  return {
    status: 200,
    body: { object: "email", id, to, from, created_at, subject, html, text, last_event },
  };
}

function domains({ verifiedDomains, state }: ApiOptions): Answer {
  const created_at = new Date(state.now()).toISOString();
  const data = verifiedDomains.map((name) => ({
    id: name,
    name,
    status: "verified",
    created_at,
    region: "eu-west-1",
  }));
  return { status: 200, body: { object: "list", data } };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
