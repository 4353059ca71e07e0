/** What a browser shows or plays by itself and runs nothing of. Everything else is saved as a file, whatever it calls itself. */
const shown: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "audio/aac",
  "audio/amr",
  "audio/mp4",
  "audio/mpeg",
  "audio/ogg",
  "video/3gpp",
  "video/mp4",
]);

/** The type of a file as it is handed on; null: it is to be saved. `given`: as Meta has it, such as `audio/ogg; codecs=opus`. */
export function shownType(given: string): string | null {
  const [type = ""] = given.toLowerCase().split(";");
  return shown.has(type.trim()) ? type.trim() : null;
}
