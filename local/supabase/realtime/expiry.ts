/** The token is looked at again at least this often, as the real server does. */
const RECHECK_MS = 5 * 60 * 1000;

export type ExpiryWatch = Readonly<{
  /** Watches this instant instead of the one before (Unix seconds); null never comes. */
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
