import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { noRealtime } from "../../../lib/supabase/transport";
import { type Mailbox, startMailbox } from "../../mailbox/mailbox";
import { freePort } from "../../ports";
import { createTestDatabase } from "../../test-database";
import { startTestSupabase } from "../../test-supabase";
import type { SupabaseOptions } from "../supabase";

export const PASSWORD = "a password of some length";

const messages = z.array(z.object({ links: z.array(z.string()) }));

/** Auth on a database and a mailbox of its own. */
export async function startAuth({
  migrations = false,
  ...options
}: Partial<SupabaseOptions> & { migrations?: boolean } = {}) {
  const database = await createTestDatabase({ migrations });
  const ports = { http: await freePort(), smtp: await freePort() };
  const mailbox: Mailbox = await startMailbox(ports);
  const supabase = await startTestSupabase(database, { smtpPort: ports.smtp, ...options });
  const visitor = (userAgent = "a browser") =>
    createClient(supabase.url, supabase.keys.publishable, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { headers: { "user-agent": userAgent } },
      realtime: noRealtime,
    });
  return {
    database,
    supabase,
    visitor,
    async signedUp(email: string) {
      const client = visitor();
      const { data, error } = await client.auth.signUp({ email, password: PASSWORD });
      if (error) throw error;
      return { client, userId: data.user?.id ?? "", token: data.session?.access_token ?? "" };
    },
    async signedIn(email: string, password = PASSWORD, userAgent?: string) {
      const client = visitor(userAgent);
      const { data, error } = await client.auth.signInWithPassword({ email, password });
      if (error) throw error;
      return { client, token: data.session.access_token };
    },
    /** The token hashes of the links in the mails to an address, newest first. */
    async linksTo(address: string) {
      const answer = await fetch(`${mailbox.url}/api/messages?to=${encodeURIComponent(address)}`);
      const links = messages.parse(await answer.json()).flatMap((mail) => mail.links.slice(0, 1));
      return links.map((link) => new URL(link).searchParams.get("token_hash") ?? "");
    },
    async stop() {
      await supabase.stop();
      await mailbox.stop();
      await database.drop();
    },
  };
}
