/**
 * Whose pages this browser shows. Every tab reads and writes it in one moment, without waiting for a database: a page that
 * was kept for the way back learns from it, before it shows anything, whether its person has signed out meanwhile.
 */
const key = "ovenai-shown-person";

export function noteShown(userId: string): void {
  try {
    localStorage.setItem(key, userId);
  } catch {
    // A browser that keeps nothing: a page on the way back is loaded anew.
  }
}

export function isShown(userId: string): boolean {
  try {
    return localStorage.getItem(key) === userId;
  } catch {
    return false;
  }
}

export function forgetShown(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
