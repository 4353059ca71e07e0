import path from "node:path";
import { asPostgres, bootstrap } from "./bootstrap";
import { type PlatformControl, serveControl } from "./control";
import { type Database, startDatabase } from "./database";
import { startMailbox } from "./mailbox/mailbox";
import { migrate } from "./migrate";
import { assertPortFree, HOST, portsFrom, type Ports } from "./ports";
import { createOutbox } from "./providers/outbox";
import { startProviders } from "./providers/providers";
import { refusal } from "./refusal";
import { readRunning, removeRunning, writeRunning } from "./running";
import { type Supabase, startSupabase } from "./supabase/supabase";
import { startTicker } from "./ticker";
import { createUndo } from "./undo";

export type PlatformOptions = Readonly<{
  /** The base port, which the app uses. The platform uses the ten ports after it. */
  port: number;
  /** The folder of the data. */
  dataDir: string;
  log?: (line: string) => void;
  /** Lifetime of an access token; default: 3600. */
  jwtExpirySeconds?: number;
  /** The app's address, with which links in mails start; default: `http://localhost:<port>`. */
  siteUrl?: string;
  /** Serves `control` over HTTP, too, for tests in other processes. */
  control?: boolean;
}>;

export type PlatformUrls = Readonly<{
  app: string;
  api: string;
  db: string;
  mailbox: string;
  calendly: string;
  graph: string;
  slack: string;
  receiver: string;
}>;

export type Platform = Readonly<{
  urls: PlatformUrls;
  keys: Supabase["keys"];
  /** The environment with which the app uses this platform; see .env.example. */
  env: Readonly<Record<string, string>>;
  control: PlatformControl;
  stop(): Promise<void>;
}>;

/**
 * Starts the local platform: PostgreSQL with the product's migrations, REST, Auth, Realtime and a mailbox. Keeps data
 * of an earlier run. Throws a refusal, after stopping everything it started, if a port is taken or the database cannot
 * start.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { port, dataDir, log = () => undefined } = options;
  const ports = portsFrom(port);
  const siteUrl = options.siteUrl ?? `http://localhost:${ports.app}`;
  await assertNotRunning(dataDir, ports);

  const undo = createUndo();
  try {
    const dataFolder = path.join(dataDir, "postgres");
    const database = await startDatabase({ dataFolder, port: ports.database, comesBack: true });
    undo.add(database.stop);
    await bootstrap(database.url);
    const db = asPostgres(database.url);
    const applied = await migrate(db);
    if (applied > 0) log(`Applied ${applied} migrations.`);
    const outbox = createOutbox();
    const mailbox = await startMailbox({ http: ports.mailbox, smtp: ports.smtp }, outbox);
    undo.add(mailbox.stop);
    const providers = await startProviders({ ports, dataDir, siteUrl, outbox });
    undo.add(providers.stop);
    const supabase = await startSupabase({
      databaseUrl: database.url,
      port: ports.api,
      siteUrl,
      smtpPort: ports.smtp,
      jwtExpirySeconds: options.jwtExpirySeconds ?? 3600,
    });
    undo.add(supabase.stop);
    const control = controlOf(database, supabase);
    if (options.control) undo.add((await serveControl(control, ports.control)).stop);
    const route = `http://${HOST}:${ports.app}/api/cron/deliver`;
    undo.add(
      startTicker({ databaseUrl: database.url, route, secret: providers.cronSecret, everyMs: 1_000 }).stop,
    );
    const urls = urlsOf({ app: siteUrl, api: supabase.url, db, mailbox: mailbox.url }, ports);
    await writeRunning(dataDir, statusValues(urls, supabase.keys));
    undo.add(() => removeRunning(dataDir));
    return {
      urls,
      keys: supabase.keys,
      env: { ...appEnvironment(urls, supabase.keys, port), ...providers.env },
      control,
      stop: undo.all,
    };
  } catch (error) {
    await undo.all();
    throw error;
  }
}

/** Refuses before anything starts, so that the message does not come only after the migrations. */
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
  await assertPortFree(ports.twilio, "SMS");
  await assertPortFree(ports.graph, "WhatsApp");
  await assertPortFree(ports.calendly, "Calendly");
  await assertPortFree(ports.slack, "Slack");
  await assertPortFree(ports.receiver, "webhooks");
}

/** The stand-ins of vendors, which stand at the ports they have. */
type Vendors = "calendly" | "graph" | "slack" | "receiver";
const urlsOf = (urls: Omit<PlatformUrls, Vendors>, ports: Ports): PlatformUrls => ({
  ...urls,
  calendly: `http://${HOST}:${ports.calendly}`,
  graph: `http://${HOST}:${ports.graph}`,
  slack: `http://${HOST}:${ports.slack}`,
  receiver: `http://${HOST}:${ports.receiver}`,
});

/** The values that `npm run -s status` prints, with the names of `supabase status -o env`. */
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

const controlOf = (database: Database, { realtime, faults }: Supabase): PlatformControl => ({
  stopDatabase: database.stop,
  startDatabase: database.start,
  cutSockets: realtime.cutSockets,
  refuseSockets: realtime.refuseSockets,
  breakService: faults.set,
  mendService: faults.mend,
});
