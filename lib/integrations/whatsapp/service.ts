import "server-only";
import { describeError, log } from "@/lib/log";
import { piecesOf } from "./intake";
import type { WhatsappCard } from "./shown";
import { whatsappStore } from "./store";

/** Keeps what Meta told of the numbers that people have connected; a worker works it in. Throws where it is not kept. */
export async function keepWhatsappNews(delivery: unknown): Promise<void> {
  const read = piecesOf(delivery, Math.floor(Date.now() / 1_000));
  const own = process.env.WHATSAPP_PHONE_NUMBER_ID;
  const others = read?.pieces.filter(({ number }) => number === null || number !== own) ?? [];
  const left = { provider: "whatsapp", left: read?.left ?? 0 };
  if (left.left > 0) log.info("webhook passed over", left);
  if (others.length === 0) return;
  const store = whatsappStore();
  if (!store) throw new Error("there is no secret key");
  const { unknown } = await store.keepPieces(others);
  if (unknown > 0) log.info("webhook for no connection", { provider: "whatsapp", pieces: unknown });
}

/** The person's own connection, for its card; null where there is none, or it cannot be read. */
export async function loadWhatsappCard(userId: string): Promise<WhatsappCard | null> {
  return (
    whatsappStore()
      ?.card(userId)
      .catch((thrown: unknown) => {
        log.warn("a card of WhatsApp cannot be read", describeError(thrown));
        return null;
      }) ?? null
  );
}

/** Lets the people of a project write from the person's number, or nobody else. Throws refusals: `forbidden`. */
export const shareNumber = async (userId: string, projectId: string | null): Promise<boolean> =>
  (await whatsappStore()?.share(userId, projectId)) ?? false;
