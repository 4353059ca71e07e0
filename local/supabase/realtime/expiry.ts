/** The longest time between two checks of the token, as on the real server. */
const RECHECK_MS = 5 * 60 * 1000;

export type ExpiryWatch = Readonly<{
  /** Watches `expiresAt` (Unix seconds) instead of an earlier instant; null: never expires. */
  watch(expiresAt: number | null): void;
  stop(): void;
}>;

export function createExpiryWatch(onExpired: (expiresAt: number) => void): ExpiryWatch {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const watch = (expiresAt: number | null) => {
    stop();
    if (expiresAt === null) return;
    const left = expiresAt * 1000 - Date.now();
    if (left <= 0) onExpired(expiresAt);
    else timer = setTimeout(() => watch(expiresAt), Math.min(left, RECHECK_MS));
  };
  return { watch, stop };
}
