/**
 * Values that a page writes in the moment in which it is left: the device's database would not be asked any more. They
 * stand in `localStorage`, each under a key of its own, until a later page takes them.
 */
const keyPrefix = "ovenai-left/";

/** Answers the key, under which no other page writes; null where the browser keeps nothing. */
export function leaveValue(owner: string, value: unknown): string | null {
  try {
    const key = `${keyPrefix}${owner}/${performance.timeOrigin}-${Math.random()}`;
    localStorage.setItem(key, JSON.stringify(value));
    return key;
  } catch {
    return null;
  }
}

export function isLeft(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** What pages of this owner left, in no order, with the keys by which it is dropped. What is no JSON is dropped here. */
export function leftValues(owner: string): { key: string; value: unknown }[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return keys.filter((key) => key.startsWith(`${keyPrefix}${owner}/`)).flatMap(valueOf);
  } catch {
    return [];
  }
}

function valueOf(key: string): { key: string; value: unknown }[] {
  try {
    return [{ key, value: JSON.parse(localStorage.getItem(key) ?? "") }];
  } catch {
    dropLeft([key]);
    return [];
  }
}

export function dropLeft(keys: readonly string[]): void {
  try {
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
