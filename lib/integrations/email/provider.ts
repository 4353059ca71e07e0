import type { ReachParts } from "@/lib/outbound/public-address";
import { asking, jsonOf, type Ask } from "@/lib/provider-request";
import { answered, type Account, type Answer, type Provider } from "@/lib/integrations/contract/duties";
import { credentialsIn, mailCredentials, type MailCredentials } from "./credentials";
import { checkResend, resendUrlOf } from "./resend-check";
import { checkSmtp, mailFault } from "./smtp-check";

type Parts = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  ask: Ask;
  now(): number;
  reach?: Partial<ReachParts>;
}>;

const waits = { well: 60 * 60, unreachable: 5 * 60 };

/** Mail that a person sends under their own name: by this app's address, by a server of theirs, or by Resend. */
export function createProvider(parts: Parts = { env: process.env, ask: asking(), now: Date.now }): Provider {
  const apiUrl = resendUrlOf(parts.env);
  const check = async (credentials: MailCredentials): Promise<Answer<unknown>> => {
    if (credentials.via === "smtp") return checkSmtp(credentials, parts.reach);
    if (credentials.via === "resend") return checkResend(credentials, apiUrl, parts.ask, parts.now());
    return addressIn(parts.env) === null ? mailFault("refused", "mailNoPlatform") : answered(null);
  };
  const checked = async (token: Answer<string>): Promise<Answer<MailCredentials>> => {
    const credentials = token.ok ? credentialsIn(token.value) : token;
    if (!credentials.ok) return credentials;
    const found = await check(credentials.value);
    return found.ok ? credentials : found;
  };
  return {
    oauth: null,
    readPersonal: (text) => {
      const read = mailCredentials.safeParse(jsonOf(text));
      const nothing = { refreshToken: null, expiresAt: null, scopes: null, webhookKey: null };
      return read.success ? { accessToken: JSON.stringify(read.data), ...nothing } : null;
    },
    async account(access) {
      const credentials = await checked(await access.token());
      return credentials.ok ? answered(accountOf(credentials.value, parts.env)) : credentials;
    },
    needed: [],
    async lookAfter(session) {
      const found = await checked(await session.access.token());
      if (found.ok) return { fault: null, details: { via: found.value.via }, waitSeconds: waits.well };
      return { fault: found, details: {}, waitSeconds: found.waitSeconds ?? waits.unreachable };
    },
    revoke: async () => undefined,
  };
}

/** The address of this app's own mails; null where it sends none. */
const addressIn = ({ SMTP_URL, RESEND_API_KEY, EMAIL_FROM = "" }: Parts["env"]): string | null =>
  SMTP_URL || RESEND_API_KEY ? (/[^\s<>]+@[^\s<>]+/.exec(EMAIL_FROM)?.[0] ?? null) : null;

/** `name`: whose server it is, as the card shows it beside the address. */
function accountOf(credentials: MailCredentials, env: Parts["env"]): Account {
  const email = credentials.via === "platform" ? (addressIn(env) ?? "") : credentials.from;
  const name = { platform: "OvenAI", resend: "Resend", smtp: "" }[credentials.via];
  const host = credentials.via === "smtp" ? credentials.host : "";
  return { id: `${credentials.via}:${email}`, name: name || host, email, url: null };
}
