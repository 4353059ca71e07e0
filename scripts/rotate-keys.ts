import { loadEnvFile } from "node:process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { placeOfTokens } from "@/lib/integrations/kept-tokens";
import { rotateKeys } from "@/lib/integrations/vault/rotate";
import { readEnv } from "@/lib/env";
import { noRealtime } from "@/lib/supabase/transport";
import { refusal } from "../local/refusal";
import { runCommand } from "./command";
import { root } from "./root";

const old = z.array(
  z.object({ connection_id: z.uuid(), user_id: z.uuid(), provider: z.string(), tokens: z.string() }),
);

/** Encrypts what opens connected accounts anew with the first of INTEGRATION_KEYS. See docs/operations.md. */
await runCommand(async () => {
  const file = join(root, ".env.local");
  if (existsSync(file)) loadEnvFile(file);
  const read = readEnv(process.env);
  if (!read.ok) throw refusal(`Not set, or malformed: ${read.missing.join(", ")}.`);
  const { supabaseUrl, secretKey, integrationKeys: ring } = read.env;
  const [first] = ring;
  if (!secretKey || !first) throw refusal("Not set: SUPABASE_SECRET_KEY or INTEGRATION_KEYS.");
  const client = createClient(supabaseUrl, secretKey, {
    auth: { persistSession: false },
    realtime: noRealtime,
  });
  const ask = async (name: string, given: object): Promise<unknown> => {
    const { data, error } = await client.rpc(name, given);
    if (error) throw refusal(`The database refused: ${error.code}.`);
    return data;
  };
  const { renewed, overtaken, lost } = await rotateKeys({
    ring,
    list: async (after, most) =>
      old
        .parse(await ask("list_old_ciphertexts", { key: first.id, after, most }))
        .map(({ connection_id, user_id, provider, tokens }) => ({
          connectionId: connection_id,
          place: placeOfTokens({ userId: user_id, provider }),
          sealed: tokens,
        })),
    replace: async (connection, before, after) =>
      z.boolean().parse(await ask("replace_ciphertext", { connection, before, after })),
  });
  console.log(
    `Encrypted anew with "${first.id}": ${renewed}. Renewed by their own worker meanwhile: ${overtaken}.`,
  );
  if (lost.length > 0)
    throw refusal(`No key opens ${lost.length} connections; they stay as they are: ${lost.join(", ")}.`);
});
