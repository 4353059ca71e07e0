import { createHash, randomBytes, randomInt } from "node:crypto";
import { asJson, type Reply } from "../http";
import { gone, refusal, unknownToken } from "./management";
import type { Accounts } from "./state";

export type SentKind = "image" | "video" | "audio" | "document" | "sticker";

/** A file that a phone sends to a number. */
export type GivenFile = Readonly<{
  kind: SentKind;
  type: string;
  bytes: Buffer;
  name?: string | undefined;
  caption?: string | undefined;
}>;

export const filesPath = "/whatsapp_business/attachments/";
const addressMs = 5 * 60 * 1_000;
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64");

type Kept = GivenFile & { number: string };

/** What a message says of a file. */
const said = (id: string, { kind, type, bytes, name: filename, caption }: Kept) => ({
  type: kind,
  text: undefined,
  [kind]: { id, mime_type: type, sha256: sha256(bytes), filename, caption },
});

/** Files that leads have sent: who has a token of the number's account asks where one is, and fetches it within five minutes. */
export function createFiles(state: Accounts, now: () => number) {
  const kept = new Map<string, Kept>();
  const addresses = new Map<string, { id: string; until: number }>();
  const isOpen = (authorization: string | undefined, number: string) => {
    const token = state.tokenOf(authorization);
    const account = state.ofNumber(number)?.id ?? "";
    return !!token?.scopes.includes("whatsapp_business_messaging") && token.accounts.includes(account);
  };
  /** Where a file is; `origin`: of this server, as it was asked. */
  function locate(
    id: string,
    authorization: string | undefined,
    query: URLSearchParams,
    origin: string,
  ): Reply {
    if (!state.tokenOf(authorization)) return refusal(unknownToken);
    const file = kept.get(id);
    const wanted = query.get("phone_number_id") ?? file?.number;
    if (!file || !isOpen(authorization, file.number) || wanted !== file.number) return refusal(gone);
    const hash = randomBytes(18).toString("base64url");
    addresses.set(hash, { id, until: now() + addressMs });
    return asJson(200, {
      messaging_product: "whatsapp",
      url: `${origin}${filesPath}?mid=${id}&hash=${hash}`,
      mime_type: file.type,
      sha256: sha256(file.bytes),
      file_size: String(file.bytes.byteLength),
      id,
    });
  }
  function fetch(query: URLSearchParams, authorization: string | undefined): Reply {
    const address = addresses.get(query.get("hash") ?? "");
    const file = address && kept.get(address.id);
    if (!file || address.until <= now() || address.id !== query.get("mid"))
      return { status: 404, headers: { "content-type": "text/html" }, body: "<h1>Not Found</h1>" };
    if (!isOpen(authorization, file.number)) return { status: 401, body: "" };
    const headers = { "content-type": file.type, "content-length": String(file.bytes.byteLength) };
    return { status: 200, headers, body: file.bytes };
  }
  /** What its message says of it. */
  function keep(number: string, given: GivenFile): object {
    const id = String(randomInt(1e12, 9e12));
    const file = { ...given, number };
    kept.set(id, file);
    return said(id, file);
  }
  return { keep, locate, fetch, forget: () => kept.clear(), isFile: (id: string) => kept.has(id) };
}

export type Files = ReturnType<typeof createFiles>;
