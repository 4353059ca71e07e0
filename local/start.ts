import path from "node:path";
import { asPostgres, bootstrap } from "./bootstrap";
import { migrate } from "./migrate";
import { HOST, portsFrom } from "./ports";
import { startPostgres } from "./postgres/server";
import { startSupabase } from "./supabase/supabase";

export type PlatformOptions = Readonly<{
  /** Base port: the app's own. The platform takes the five after it. */
  port: number;
  /** Where the data is kept. */
  dataDir: string;
  log?: (line: string) => void;
  jwtExpirySeconds?: number;
  /** Where people reach the app; the links in mails start with it. */
  siteUrl?: string;
}>;

export async function startPlatform(options: PlatformOptions) {
  const ports = portsFrom(options.port);
  const log = options.log ?? (() => undefined);
  const siteUrl = options.siteUrl ?? `http://localhost:${ports.app}`;
  const postgres = await startPostgres({
    dataFolder: path.join(options.dataDir, "postgres"),
    port: ports.database,
  });
  await bootstrap(postgres.url);
  const applied = await migrate(asPostgres(postgres.url));
  if (applied > 0) log(`applied ${applied} migrations`);
  const supabase = await startSupabase({
    port: ports.api,
    databaseUrl: postgres.url,
    siteUrl,
    smtpPort: null,
    jwtExpirySeconds: options.jwtExpirySeconds ?? 3600,
  });
  const urls = {
    app: siteUrl,
    api: supabase.url,
    db: asPostgres(postgres.url),
    mailbox: `http://${HOST}:${ports.mailbox}`,
  };
  const stop = async () => {
    await supabase.stop();
    await postgres.stop();
  };
  const control = { stopDatabase: postgres.stop, startDatabase: postgres.start };
  return { urls, keys: supabase.keys, stop, control };
}
