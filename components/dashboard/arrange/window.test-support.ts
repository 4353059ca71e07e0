import { vi } from "vitest";

/** A window that is as wide as `isAtLeast` says of a media query. */
export function stubWindow(isAtLeast: (query: string) => boolean = () => true): void {
  const listen = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: isAtLeast(query), ...listen }));
}
