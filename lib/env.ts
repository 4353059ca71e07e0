import * as s from "./schema";

/**
 * The server's environment, read on first use, so that a build needs no secrets.
 * Each value is accepted under the platform's present name and its older ones (see .env.example).
 */
const names = {
  supabaseUrl: ["NEXT_PUBLIC_SUPABASE_URL", "SUPABASE_URL"],
  publishableKey: [
    "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY",
    "SUPABASE_PUBLISHABLE_KEY",
    "NEXT_PUBLIC_SUPABASE_ANON_KEY",
    "SUPABASE_ANON_KEY",
  ],
  secretKey: ["SUPABASE_SECRET_KEY", "SUPABASE_SERVICE_ROLE_KEY"],
  jwtSecret: ["SUPABASE_JWT_SECRET"],
  cookieNamespace: ["COOKIE_NAMESPACE"],
  siteUrl: ["SITE_URL", "NEXT_PUBLIC_SITE_URL"],
  cronSecret: ["CRON_SECRET"],
  notificationSecrets: ["NOTIFICATION_SECRET"],
  integrationKeys: ["INTEGRATION_KEYS"],
} as const;

/** A key of the vault under the id by which ciphertexts name it. */
export type VaultKey = Readonly<{ id: string; key: Buffer }>;

const keyOf = (entry: string): VaultKey => {
  const [id = "", key = ""] = entry.split(":", 2);
  return { id, key: Buffer.from(key, "base64") };
};

function isKeyRing(entries: readonly string[]): boolean {
  const keys = entries.map(keyOf);
  const areWhole = keys.every(({ id, key }) => /^[A-Za-z0-9_-]{1,24}$/.test(id) && key.length === 32);
  return areWhole && new Set(keys.map(({ id }) => id)).size === keys.length;
}

const parts = (list: string) => list.split(",").flatMap((part) => part.trim() || []);

const schema = s.object({
  supabaseUrl: s.pipe(
    s.url(/^https?$/),
    s.transform((url: string) => url.replace(/\/+$/, "")),
  ),
  publishableKey: s.string(s.minLength(1)),
  secretKey: s.optional(s.string(s.minLength(1))),
  /** Set if the platform signs with HS256; otherwise tokens are checked against the platform's published keys. */
  jwtSecret: s.optional(s.string(s.minLength(16))),
  /** The prefix of cookie names: copies on one host (localhost:3000, localhost:4000) share cookies. */
  cookieNamespace: s.withDefault(s.string(s.regex(/^[\w-]+$/)), "ovenai"),
  siteUrl: s.optional(s.url()),
  /** What a ticker of jobs proves itself by (Vercel sends it by itself). */
  cronSecret: s.optional(s.string(s.minLength(16))),
  /** Sign the links of messages: the first signs, all are accepted. None: messages have no such links. */
  notificationSecrets: s.pipe(
    s.withDefault(s.string(s.refine((list) => parts(list).every(({ length }) => length >= 32))), ""),
    s.transform(parts),
  ),
  /**
   * `id:key` with commas between: each key is 32 bytes in base64. The first encrypts what opens connected accounts, all
   * of them decrypt. None: nothing can be connected.
   */
  integrationKeys: s.pipe(
    s.withDefault(s.string(s.refine((list) => isKeyRing(parts(list)))), ""),
    s.transform((list: string) => parts(list).map(keyOf)),
  ),
});

export type ServerEnv = s.ValueOf<typeof schema>;

export type EnvResult = { ok: true; env: ServerEnv } | { ok: false; missing: string[] };

/** Parses the environment `given`; `missing` names the variables that are missing or malformed. */
export function readEnv(given: Record<string, string | undefined>): EnvResult {
  const pick = (options: readonly string[]) => options.map((name) => given[name]).find(Boolean);
  const parsed = s.safeParse(
    schema,
    Object.fromEntries(Object.entries(names).map(([key, options]) => [key, pick(options)])),
  );
  if (parsed.success) return { ok: true, env: parsed.data };
  const variables = new Map<string, string>(Object.entries(names).map(([key, [first]]) => [key, first]));
  const missing = parsed.error.issues.map((issue) => variables.get(String(issue.path[0])) ?? "");
  return { ok: false, missing: [...new Set(missing)] };
}

let reading: EnvResult | undefined;

/** The environment of this process. Pages show the set-up page if it is not `ok`. */
export const environment = (): EnvResult => (reading ??= readEnv(process.env));

/** The environment for code behind the set-up check. Throws, naming the missing variables, without that check. */
export function serverEnv(): ServerEnv {
  const read = environment();
  if (read.ok) return read.env;
  throw new Error(`Environment variables are missing: ${read.missing.join(", ")}`);
}

/** Where people reach this app, without a slash at its end; empty where it is not known. */
export const siteUrl = (): string => {
  const read = environment();
  return ((read.ok && read.env.siteUrl) || "").replace(/\/+$/, "");
};

/** Whether people reach this app by https, so that its cookies may be Secure. */
export const isServedByHttps = (): boolean => {
  const read = environment();
  const siteUrl = read.ok ? read.env.siteUrl : undefined;
  return siteUrl?.startsWith("https:") ?? process.env.VERCEL === "1";
};

export const cookieName = (purpose: "auth" | "appearance" | "device" | "project" | "attempt"): string => {
  const read = environment();
  return `${read.ok ? read.env.cookieNamespace : "ovenai"}-${purpose}`;
};
