import type { AppMessage } from "./contract/app-message";
import type { Answer } from "./contract/duties";
import { opened, type WorkerParts } from "./worker";

/** What became of an attempt, as lib/notifications/channels/channel has it. */
export type Told =
  | { outcome: "sent"; providerId: null }
  | { outcome: "retry"; reason: string; afterSeconds: number | null }
  | { outcome: "failed"; reason: string }
  | { outcome: "gone"; reason: string };

/** Tells the app of a connection. What it says of its credentials ends the connection. */
export async function notifyApp(
  parts: Pick<WorkerParts, "store" | "ring" | "providers" | "webhookBase" | "now" | "wait" | "report">,
  connectionId: string,
  message: AppMessage,
  signal: AbortSignal,
): Promise<Told> {
  const kept = await parts.store.byId(connectionId);
  return tellOpened(kept && opened(parts, kept, false), message, signal);
}

/** The same for an app that is opened already; null: nothing opens it any more. */
export async function tellOpened(
  using: ReturnType<typeof opened>,
  message: AppMessage,
  signal: AbortSignal,
): Promise<Told> {
  if (!using?.provider.notify) return { outcome: "gone", reason: "connectionEnded" };
  return toldOf(await using.provider.notify(using.session, message, signal));
}

function toldOf(answer: Answer<null>): Told {
  if (answer.ok) return { outcome: "sent", providerId: null };
  switch (answer.fault) {
    case "limit":
      return { outcome: "retry", reason: "rateLimited", afterSeconds: answer.waitSeconds ?? null };
    case "unreachable":
      return { outcome: "retry", reason: "network", afterSeconds: answer.waitSeconds ?? null };
    case "credentials":
    case "gone":
      return { outcome: "gone", reason: "connectionEnded" };
    default:
      return { outcome: "failed", reason: "refused" };
  }
}
