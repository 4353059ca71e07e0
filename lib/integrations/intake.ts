import "server-only";
import { log } from "@/lib/log";
import { platform } from "./service";
import type { Facts } from "./store";
import { opened, type WorkerParts } from "./worker";

type Told = Readonly<{ headers: Pick<Headers, "get">; body: Uint8Array }>;

/**
 * How connections stood when they last told something, with what opens them as it is stored. What is judged by it is
 * kept only where that still opens the connection, so that the database is asked once, and nothing is taken by what was.
 */
const known = new Map<string, Facts>();
const mostKnown = 1_000;

function remember(kept: Facts): void {
  known.delete(kept.id);
  known.set(kept.id, { ...kept, details: {}, settings: null });
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}

/** Null where nothing opens the connection, or its provider tells nothing. */
function judge(parts: WorkerParts, kept: Facts, { headers, body }: Told) {
  const using = opened(parts, kept, false);
  const nowSeconds = Math.floor(parts.now() / 1_000);
  return using?.provider.news?.judge({ headers, body, key: using.tokens.webhookKey, nowSeconds }) ?? null;
}

/** Keeps what `kept` proves genuine; answers whether it is kept. */
async function keep(parts: WorkerParts, kept: Facts, told: Told, eventId: string): Promise<boolean> {
  if (!kept.credentials) return false;
  // The database takes no text with a sign without a name; no JSON has one either.
  const text = new TextDecoder().decode(told.body).replaceAll("\0", "\uFFFD");
  const became = await parts.store.keepEvent(kept.id, kept.credentials.tokens, eventId, text);
  if (became !== "changed") remember(kept);
  return became !== "changed";
}

/** The status with which a provider's message is answered. Never 410: Calendly would end the subscription. */
export async function takeConnectionEvent(id: string, told: Told): Promise<204 | 403 | 404 | 503> {
  const parts = platform();
  if (!parts) return 503;
  const before = known.get(id);
  const guess = before && judge(parts, before, told);
  if (before && guess?.taken && (await keep(parts, before, told, guess.eventId))) return 204;
  // Nobody is refused by what was.
  known.delete(id);
  const kept = await parts.store.byId(id);
  const verdict = kept && judge(parts, kept, told);
  if (!kept || !verdict) return 404;
  // Connected anew in this very moment: it comes again.
  if (verdict.taken) return (await keep(parts, kept, told, verdict.eventId)) ? 204 : 503;
  log.warn("webhook refused", { provider: kept.provider, reason: verdict.again ? "clock" : "signature" });
  if (verdict.again) await parts.store.hasten(id);
  return 403;
}
