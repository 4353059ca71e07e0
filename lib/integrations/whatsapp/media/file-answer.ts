import { shownType } from "./shown-type";

/** `type`: as Meta has it. `name`: how the lead's file is called. `length`: null where Meta does not say it. */
export type SentFile = Readonly<{
  body: ReadableStream<Uint8Array>;
  type: string;
  name: string | null;
  length: number | null;
}>;

/**
 * A stranger's file as an answer of this site: of a type that can only be shown, or to be saved; never guessed at, with
 * nothing in it that runs or asks for anything, for this site's own pages alone, and kept by no cache.
 */
export function fileAnswer({ body, type, name, length }: SentFile): Response {
  const shown = shownType(type);
  return new Response(body, {
    headers: {
      "content-type": shown ?? "application/octet-stream",
      "content-disposition": disposition(shown === null ? "attachment" : "inline", name),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      ...(length !== null && { "content-length": String(length) }),
    },
  });
}

/** RFC 6266: a name of any script, in ASCII alone. */
function disposition(kind: "attachment" | "inline", name: string | null): string {
  if (name === null) return kind;
  const written = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${written}`;
}
