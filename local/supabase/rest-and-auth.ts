import { fileURLToPath } from "node:url";
import { App, SmtpEmailDriver } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import pg from "pg";
import { HOST } from "../ports";
import { hostedAuth } from "./auth/hosted-auth";
import { configuredLimits, type AuthLimits } from "./auth/limits";
import { markFilters, unmark } from "./filter-text";
import { writeJson } from "./json-values";
import { JWT_SECRET, PUBLISHABLE_KEY, SECRET_KEY } from "./keys";
import { inPostgrestTerms } from "./postgrest-errors";
import { withoutConsole } from "./quiet-console";
import { readArrays } from "./wire-arrays";
import { wireTypes } from "./wire-types";

export type RestAndAuthOptions = Readonly<{
  /** Connection string of a superuser: every request sets the role of its caller. */
  databaseUrl: string;
  /** The app's address, with which links in mails start. */
  siteUrl: string;
  /** The port of the mailbox; null: mails are dropped. */
  smtpPort: number | null;
  jwtExpirySeconds: number;
  /** Default: those of supabase/config.toml, as on a stack of the CLI. */
  authLimits?: AuthLimits;
  /** Whether an address has to be confirmed by a mail before its account opens; default: no, as in supabase/config.toml. */
  confirmations?: boolean;
  /** Called with every error of a request, refusals by the database included. */
  onError?: (error: unknown) => void;
}>;

export type RestAndAuth = Readonly<{
  fetch(request: Request, peerAddress: string | null): Promise<Response>;
  /** Forgets the known tables and functions; call after a migration. */
  reloadSchema(): Promise<void>;
  close(): Promise<void>;
}>;

/** `/rest/v1` and `/auth/v1` of @supabase/lite, corrected to behave like PostgREST and GoTrue. */
export async function startRestAndAuth(options: RestAndAuthOptions): Promise<RestAndAuth> {
  const { onError = () => undefined } = options;
  const connection = connect(options.databaseUrl);
  const mail = mailer(options.smtpPort);
  correct(connection);
  const app = new App({
    connection,
    auth: authConfig(options),
    // In admin mode a request without a key would be service_role.
    options: { server: { admin: false, disableStudio: true }, drivers: { email: mail } },
  });
  await app.init();
  await readArrays(connection.driver);
  await connection.introspect({ useCache: true });
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4 });
  // An idle connection that breaks is replaced; a request that meets a broken one is answered with an error.
  pool.on("error", () => undefined);
  const ask = async (request: Request, peerAddress: string | null) =>
    app.fetch(markFilters(request), { peerAddress });
  const auth = hostedAuth({
    pool,
    limits: options.authLimits ?? configuredLimits(),
    confirmations: options.confirmations ?? false,
    send: mail.send,
    siteUrl: options.siteUrl,
    secretKey: SECRET_KEY,
    jwtSecret: JWT_SECRET,
    ask: (request) => ask(request, null),
  });
  return {
    fetch: (request, peerAddress) =>
      withoutConsole(
        () => (auth.isForAuth(request) ? auth.fetch(request, peerAddress) : ask(request, peerAddress)),
        onError,
      ),
    reloadSchema: async () => {
      await readArrays(connection.driver);
      await connection.clearSchemaCache();
    },
    close: async () => {
      await pool.end();
      await connection.close();
    },
  };
}

/** What lite lets its embedder decide. */
function correct(connection: ReturnType<typeof connect>): void {
  // Without this state, the first request for a table with row-level security would grant ALL on every table to every
  // API role, permanently, and void the product's column grants.
  Object.assign(connection, { rlsState: "active" });
  const prepare = connection.onPostgrestAST.bind(connection);
  connection.onPostgrestAST = async (read) => {
    unmark(read);
    writeJson(read, await connection.introspect({ useCache: true }));
    return prepare(read);
  };
  connection.normalizeDbError = inPostgrestTerms;
}

function connect(url: string) {
  return createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      types: wireTypes,
      // The hosted limit for signed-in requests.
      connection: { statement_timeout: 8_000, application_name: "rest-and-auth" },
      // The default pause between attempts grows to 20 s, but the platform must answer soon after the database is back.
      backoff: () => 0.1,
      connect_timeout: 5,
      onnotice: () => undefined,
    },
  });
}

function authConfig({ siteUrl, jwtExpirySeconds, confirmations = false }: RestAndAuthOptions) {
  const template = (name: string) =>
    fileURLToPath(new URL(`../../supabase/templates/${name}.html`, import.meta.url));
  return {
    enabled: true,
    jwt_secret: JWT_SECRET,
    publishable_key: PUBLISHABLE_KEY,
    secret_key: SECRET_KEY,
    jwt_expiry: jwtExpirySeconds,
    site_url: siteUrl,
    enable_signup: true,
    enable_refresh_token_rotation: true,
    refresh_token_reuse_interval: 10,
    minimum_password_length: 8,
    email: {
      enable_confirmations: confirmations,
      template: {
        recovery: { subject: "Choose a new password", content_path: template("recovery") },
        confirmation: { subject: "Confirm your email address", content_path: template("confirmation") },
      },
    },
  };
}

/** HTML only, as GoTrue sends: the text part of lite links to an address that the app does not have. */
function mailer(smtpPort: number | null) {
  if (smtpPort === null) return { send: async () => {} };
  const from = { name: "OvenAI", address: "no-reply@ovenai.local" };
  const smtp = new SmtpEmailDriver({ host: HOST, port: smtpPort, from, secure: false, requireTls: false });
  return {
    send: ({ to, subject, html }: { to: string; subject: string; html?: string }) =>
      smtp.send({ to, subject, ...(html === undefined ? {} : { html }) }),
  };
}
