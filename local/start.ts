import path from "node:path";
import { asPostgres, bootstrap } from "./bootstrap";
import { type PlatformControl, serveControl } from "./control";
import { startDatabase } from "./database";
import { startMailbox } from "./mailbox/mailbox";
import { migrate } from "./migrate";
import { assertPortFree, portsFrom, type Ports } from "./ports";
import { refusal } from "./refusal";
import { readRunning, removeRunning, writeRunning } from "./running";
import { type Supabase, startSupabase } from "./supabase/supabase";
import { createUndo } from "./undo";

export type PlatformOptions = Readonly<{
  /** Base port: the app's own. The platform takes the five after it. */
  port: number;
  /** Where the data is kept. */
  dataDir: string;
  log?: (line: string) => void;
  /** How long an access token is good for; 3600. */
  jwtExpirySeconds?: number;
  /** Where people reach the app; the links in mails start with it. `http://localhost:<port>`. */
  siteUrl?: string;
  /** Serve the faults of `control` over HTTP too, for tests in other processes. */
  control?: boolean;
}>;

export type PlatformUrls = Readonly<{ app: string; api: string; db: string; mailbox: string }>;

export type Platform = Readonly<{
  urls: PlatformUrls;
  keys: Supabase["keys"];
  /** The environment with which the app uses this platform; see .env.example. */
  env: Readonly<Record<string, string>>;
  control: PlatformControl;
  stop(): Promise<void>;
}>;

/**
 * Starts what stands in for the cloud on this machine: PostgreSQL with the product's migrations, REST, Auth, Realtime
 * and a mailbox. Data of an earlier run is kept. Throws a refusal, with everything stopped again, when a port is taken
 * or the database cannot start.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { port, dataDir, log = () => undefined } = options;
  const ports = portsFrom(port);
  const siteUrl = options.siteUrl ?? `http://localhost:${ports.app}`;
  await assertNotRunning(dataDir, ports);

  const undo = createUndo();
  try {
    const database = await startDatabase({
      dataFolder: path.join(dataDir, "postgres"),
      port: ports.database,
    });
    undo.add(database.stop);
    await bootstrap(database.url);
    const db = asPostgres(database.url);
    const applied = await migrate(db);
    if (applied > 0) log(`Applied ${applied} migrations.`);
    const mailbox = await startMailbox({ http: ports.mailbox, smtp: ports.smtp });
    undo.add(mailbox.stop);
    const supabase = await startSupabase({
      databaseUrl: database.url,
      port: ports.api,
      siteUrl,
      smtpPort: ports.smtp,
      jwtExpirySeconds: options.jwtExpirySeconds ?? 3600,
    });
    undo.add(supabase.stop);
    const control = {
      stopDatabase: database.stop,
      startDatabase: database.start,
      cutSockets: supabase.realtime.cutSockets,
      refuseSockets: supabase.realtime.refuseSockets,
      breakService: supabase.faults.set,
      mendService: supabase.faults.mend,
    };
    if (options.control) undo.add((await serveControl(control, ports.control)).stop);
    const urls = { app: siteUrl, api: supabase.url, db, mailbox: mailbox.url };
    await writeRunning(dataDir, statusValues(urls, supabase.keys));
    undo.add(() => removeRunning(dataDir));
    return {
      urls,
      keys: supabase.keys,
      env: appEnvironment(urls, supabase.keys, port),
      control,
      stop: undo.all,
    };
  } catch (error) {
    await undo.all();
    throw error;
  }
}

/** Checked before anything starts: a sentence at once is better than one after the migrations. */
async function assertNotRunning(dataDir: string, ports: Ports): Promise<void> {
  const running = await readRunning(dataDir);
  if (running) {
    const { app } = ports;
    throw refusal(
      `This copy runs already (process ${running.pid}): stop it, or start another with PORT=${app + 100}.`,
    );
  }
  await assertPortFree(ports.api, "the API");
  await assertPortFree(ports.mailbox, "the mailbox");
  await assertPortFree(ports.smtp, "incoming mail");
}

/** What `npm run -s status` prints, named as `supabase status -o env` names them. */
function statusValues(urls: PlatformUrls, keys: Supabase["keys"]): Record<string, string> {
  return {
    APP_URL: urls.app,
    API_URL: urls.api,
    DB_URL: urls.db,
    PUBLISHABLE_KEY: keys.publishable,
    SECRET_KEY: keys.secret,
    JWT_SECRET: keys.jwtSecret,
    MAILBOX_URL: urls.mailbox,
  };
}

function appEnvironment(urls: PlatformUrls, keys: Supabase["keys"], port: number): Record<string, string> {
  return {
    NEXT_PUBLIC_SUPABASE_URL: urls.api,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: keys.publishable,
    SUPABASE_SECRET_KEY: keys.secret,
    SUPABASE_JWT_SECRET: keys.jwtSecret,
    COOKIE_NAMESPACE: `ovenai-${port}`,
    SITE_URL: urls.app,
  };
}
