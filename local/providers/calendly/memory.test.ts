import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startCalendly } from "./calendly";

it("the stand-in remembers from run to run what it is given a file for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "calendly-"));
  const start = () =>
    startCalendly({
      port: 0,
      redirectUri: "http://product.test/callback",
      file: join(folder, "calendly.json"),
    });
  const first = await start();
  const body = JSON.stringify("host@test.local");
  const token = await (await fetch(`${first.url}/control/personalToken`, { method: "POST", body })).json();
  await first.stop();
  const second = await start();
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${second.url}/users/me`, { headers })).status).toBe(200);
  await second.stop();
  rmSync(folder, { recursive: true });
});
