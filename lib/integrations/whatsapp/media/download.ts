import type { WhatsappApp } from "@/lib/integrations/whatsapp/config";

/** Meta takes documents of a hundred megabytes; nobody waits for one in a conversation. */
export const mostBytes = 25 * 1_024 * 1_024;
const limitMs = 60_000;
/** How Meta answers for a file that it serves no longer, or whose address is older than five minutes. */
const noMore = new Set([400, 401, 403, 404, 410]);

/** `fault`: `elsewhere` is an address that is none of Meta's, `gone` one that Meta no longer serves. */
export type Downloaded =
  | Readonly<{ body: ReadableStream<Uint8Array>; type: string; length: number | null }>
  | Readonly<{ fault: "elsewhere" | "gone" | "tooLarge" | "unreachable" }>;

/** Where files of WhatsApp lie beside the API itself. */
const fileOrigin = "https://lookaside.fbsbx.com";

/**
 * A file of Meta's, from the address that it named. The token goes there, too, so that it goes to Meta's own hosts and
 * nowhere else, follows no redirect, and what is longer than said breaks off.
 */
export async function download(
  { apiUrl }: Pick<WhatsappApp, "apiUrl">,
  token: string,
  address: string,
): Promise<Downloaded> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || ![new URL(apiUrl).origin, fileOrigin].includes(url.origin)) return { fault: "elsewhere" };
  const headers = { authorization: `Bearer ${token}`, "user-agent": "OvenAI-Settings" };
  const signal = AbortSignal.timeout(limitMs);
  const answer = await fetch(url, { headers, signal, redirect: "manual", cache: "no-store" }).catch(
    () => null,
  );
  if (!answer?.body || answer.status !== 200) {
    await answer?.body?.cancel();
    return { fault: answer && noMore.has(answer.status) ? "gone" : "unreachable" };
  }
  const said = answer.headers.get("content-length");
  const length = said !== null && answer.headers.get("content-encoding") === null ? Number(said) : null;
  if (length !== null && length > mostBytes) {
    await answer.body.cancel();
    return { fault: "tooLarge" };
  }
  const type = answer.headers.get("content-type") ?? "";
  return { body: answer.body.pipeThrough(atMost(mostBytes)), type, length };
}

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error("a file is too large"));
      else controller.enqueue(chunk);
    },
  });
}
