/**
 * The commands that were chosen last in this tab, newest first. The tab alone keeps them, until it is closed or its person
 * signs out: what somebody did is no preference, and nobody else's business. A tab that keeps nothing has none.
 */
const key = "ovenai-last-used";
const most = 5;

export function lastUsed(): string[] {
  try {
    return (sessionStorage.getItem(key) ?? "").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

/** Notes that a command was chosen. `id` has no line break. */
export function noteUsed(id: string): void {
  try {
    const others = lastUsed().filter((each) => each !== id);
    sessionStorage.setItem(key, [id, ...others].slice(0, most).join("\n"));
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
