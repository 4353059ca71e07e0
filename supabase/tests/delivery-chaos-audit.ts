import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { insist } from "./delivery-chaos-harms";
import type { ChaosProvider } from "./delivery-chaos-provider";

const counted = async (url: string) => {
  const { rows } = await insist(url, "select public.count_deliveries() as counted");
  const { unrouted, states }: { unrouted: number; states: Record<string, number> } = rows[0].counted;
  return { unrouted, states };
};

export async function untilNothingWaits(url: string) {
  for (;;) {
    const { unrouted, states } = await counted(url);
    if (unrouted === 0 && (states.pending ?? 0) === 0) return;
    await delay(100);
  }
}

/** Each kind that is told here goes out on e-mail, push, SMS and WhatsApp, and each person has one address at most. */
const channelsEach = 4;

/** in = sent + bundled + suppressed + expired + dead, and nothing waits: counted from what was told, not from its rows. */
async function sum(url: string, told: number) {
  const { rows } = await insist(
    url,
    `select d.status, count(*)::int as many from private.deliveries d
     join public.notifications n on n.id = d.notification_id where n.title like 'n-%' group by d.status`,
  );
  const states: Record<string, number> = Object.fromEntries(rows.map(({ status, many }) => [status, many]));
  const { sent = 0, bundled = 0, suppressed = 0, expired = 0, dead = 0, ...others } = states;
  expect(others).toEqual({});
  expect(sent + bundled + suppressed + expired + dead).toBe(told * channelsEach);
  expect((await counted(url)).unrouted).toBe(0);
  return states;
}

/**
 * Every delivery has an end, none has two effects, whoever was told was told, and nothing was sent to those people
 * of which the database was asked after `away.at`, however long before it was claimed.
 */
export async function audit(
  url: string,
  provider: ChaosProvider,
  away: { at: Date; people: ReadonlySet<string> },
  told: number,
) {
  const { rows } = await insist(
    url,
    `select n.title, d.status, d.user_id, d.lease_id from private.deliveries d
     join public.notifications n on n.id = d.notification_id where d.channel = 'email' and n.title like 'n-%'`,
  );
  const deliveries: { title: string; status: string; user_id: string; lease_id: string | null }[] = rows;
  expect(deliveries).toHaveLength(told);
  expect(deliveries.filter(({ lease_id: lease }) => lease !== null)).toEqual([]);
  const effects = new Map<string, number>();
  for (const { titles } of provider.effects.values())
    for (const title of titles) effects.set(title, (effects.get(title) ?? 0) + 1);
  expect([...effects].filter(([, many]) => many > 1)).toEqual([]);
  const reached = deliveries.filter(({ status }) => status === "sent" || status === "bundled");
  expect(reached.filter(({ title }) => !effects.has(title))).toEqual([]);
  // Whoever is not away was told, unless the provider refused to the end.
  const lost = deliveries.filter(
    ({ status, user_id: person }) =>
      !["sent", "bundled", "dead"].includes(status) && !away.people.has(person),
  );
  expect(lost).toEqual([]);
  const late = provider.requests.filter(
    ({ person, askedAt }) => away.people.has(person) && Date.parse(askedAt) > away.at.getTime(),
  );
  expect(late).toEqual([]);
  const states = await sum(url, told);
  console.log(
    `${told} notifications: ${JSON.stringify(states)}; ${provider.requests.length} requests, ${provider.effects.size} effects`,
  );
}
