import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "../scripts/root";
import { percentile, type Figure } from "./figure";
import { withApp } from "./platform";
import { createWebhookGround, type Ground, type Told } from "./webhook-ground";

const perMinute = 1_000;
const warm = 60;
const leads = 200;
/** What Meta and Calendly are promised, in milliseconds. */
const promised = 250;

type Times = Readonly<{ ours: number[]; baseline: number[] }>;

/** Half of them bookings, half of them messages. */
const toldBy = ({ booking, message }: Ground, at: number, isSigned: boolean): Told =>
  (at % 2 === 0 ? booking : message)(at, isSigned);

async function send(appUrl: string, told: Told, expected: readonly number[]): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`${appUrl}${told.path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...told.headers },
    body: told.body,
  });
  await answer.arrayBuffer();
  if (!expected.includes(answer.status)) throw new Error(`${told.path} answered ${answer.status}`);
  return performance.now() - start;
}

/**
 * One webhook after the other at its time, whether the one before is answered or not, and between two of them one that
 * is not signed. The worker works them in meanwhile.
 */
async function pour(ground: Ground, appUrl: string, from: number, count: number): Promise<Times> {
  const times: Times = { ours: [], baseline: [] };
  const begin = performance.now();
  const everyMs = 60_000 / perMinute;
  const sent: Promise<unknown>[] = [];
  const at = async (ms: number) => delay(Math.max(0, begin + ms - performance.now()));
  for (let index = 0; index < count; index += 1) {
    await at(index * everyMs);
    const told = toldBy(ground, from + index, true);
    sent.push(send(appUrl, told, [200, 204]).then((ms) => times.ours.push(ms)));
    await at((index + 0.5) * everyMs);
    const other = toldBy(ground, from + index, false);
    sent.push(send(appUrl, other, [403]).then((ms) => times.baseline.push(ms)));
  }
  await Promise.all(sent);
  return times;
}

/** Throws where one of them is not worked in within two minutes. */
async function untilStored({ database }: Ground, count: number): Promise<void> {
  const sql = `select (select count(*)::int from private.integration_bookings where meeting_id is not null) as bookings,
    (select count(*)::int from private.whatsapp_messages) as messages`;
  for (let left = 120; ; left -= 1) {
    const { rows } = await database.query<{ bookings: number; messages: number }>(sql);
    const stored = (rows[0]?.bookings ?? 0) + (rows[0]?.messages ?? 0);
    if (stored === count) return;
    if (left === 0) throw new Error(`${count - stored} of ${count} webhooks were lost`);
    await delay(1_000);
  }
}

/** In their order: what else a machine does in a minute disturbs some of them. */
const fifthsOf = (times: readonly number[]): (readonly number[])[] =>
  Array.from({ length: 5 }, (_, part) =>
    times.slice((part * times.length) / 5, ((part + 1) * times.length) / 5),
  );

export const webhooksFigure: Figure = {
  name: `webhooks: p99 of the answer to ${perMinute} a minute, all of which are worked in`,
  baseline: "p99 of the same ones wrongly signed, which are refused, between them",
  bar: { atMost: 3 },
  measure: () =>
    withApp(
      async ({ platform, appUrl }) => {
        const ground = await createWebhookGround(platform, leads);
        try {
          await pour(ground, appUrl, 0, warm);
          // The database's API, the mailbox and whoever sends share this process: what it is late by is not the app's.
          const late = monitorEventLoopDelay({ resolution: 5 });
          late.enable();
          const { ours, baseline } = await pour(ground, appUrl, warm, perMinute);
          late.disable();
          await untilStored(ground, warm + perMinute);
          const [p99, of] = [percentile(99, ours), percentile(99, baseline)];
          const quietest = Math.min(...fifthsOf(ours).map((part) => percentile(99, part)));
          const verdict = quietest <= promised ? "within" : "NOT within";
          const detail = [
            `${p99.toFixed(0)} ms against ${of.toFixed(0)} ms`,
            `${quietest.toFixed(0)} ms in its quietest fifth, ${verdict} ${promised} ms`,
            `p50 ${percentile(50, ours).toFixed(0)} against ${percentile(50, baseline).toFixed(0)} ms`,
            `this process itself was late by ${(late.percentile(99) / 1e6).toFixed(0)} ms`,
            "none lost",
          ].join("; ");
          return { ratio: p99 / of, detail };
        } finally {
          await ground.database.end();
        }
      },
      { logFile: join(root, ".data", "bench-webhooks.log") },
    ),
};
