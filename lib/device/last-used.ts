/**
 * The commands that were chosen last in this tab, newest first. The tab alone keeps them, until it is closed or its person
 * signs out: what somebody did is no preference, and nobody else's business. A tab that keeps nothing has none.
 */
const key = "ovenai-last-used";
const most = 5;

/** `title`: what the command was called, for one that cannot be named again without asking the server; else empty. */
export type Used = { id: string; title: string };

/** One line each: the id, and after a tab the title. */
const write = ({ id, title }: Used) => `${id}\t${title.replace(/\s+/g, " ")}`;
function read(line: string): Used {
  const [id = "", title = ""] = line.split("\t");
  return { id, title };
}

export function lastUsed(): Used[] {
  try {
    return (sessionStorage.getItem(key) ?? "").split("\n").filter(Boolean).map(read);
  } catch {
    return [];
  }
}

/** Notes that a command was chosen. `id` has neither tab nor line break. */
export function noteUsed(id: string, title = ""): void {
  try {
    const others = lastUsed().filter((each) => each.id !== id);
    sessionStorage.setItem(key, [{ id, title }, ...others].slice(0, most).map(write).join("\n"));
  } catch {
    // A browser that keeps nothing for a page: the list stays empty.
  }
}

export function forgetUsed(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
