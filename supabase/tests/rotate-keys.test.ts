import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "@/scripts/root";
import { createIntegrationGround, keyOf, type IntegrationGround } from "./integration-ground";

const [older, newer] = [keyOf("older"), keyOf("newer")];
let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround(`${older},${newer}`)));
afterAll(() => ground.stop());

/** The command, as somebody runs it beside the app: with the new key first. */
async function rotate(): Promise<string> {
  const { url, keys } = ground.supabase;
  const env = {
    ...process.env,
    NEXT_PUBLIC_SUPABASE_URL: url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: keys.publishable,
    SUPABASE_SECRET_KEY: keys.secret,
    INTEGRATION_KEYS: `${newer},${older}`,
  };
  const script = join(root, "scripts/rotate-keys.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
    cwd: root,
    env,
  });
  return stdout;
}
const keysInUse = async () => {
  const rows = await ground.ask<{ key: string }>(
    "select distinct split_part(tokens, ':', 2) as key from private.integration_credentials",
  );
  return rows.map(({ key }) => key);
};

it("the command that changes keys fails no webhook and no look that comes meanwhile, and leaves nothing under the old one", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => ground.newPerson()));
  for (const person of people) expect(await person.connect()).toBeNull();
  await ground.run();
  expect(await keysInUse()).toEqual(["older"]);
  let [going, worked] = [true, 0];
  const work = async (person: (typeof people)[number]) => {
    for (let day = 1; going; day += 1, worked += 1) {
      expect((await person.book(day % 50)).statuses).toEqual([204]);
      expect(await ground.service.syncNow(person.userId, "calendly")).toEqual({
        ok: true,
        value: { fault: null },
      });
    }
  };
  const working = people.slice(0, 3).map(work);
  const said = await rotate().finally(() => (going = false));
  await Promise.all(working);
  expect(said).toContain('Encrypted anew with "newer": 12.');
  expect(await keysInUse()).toEqual(["newer"]);
  expect(worked).toBeGreaterThan(3);
  for (const person of people)
    expect(await person.connection()).toMatchObject({ status: "connected", problem: null });
});
