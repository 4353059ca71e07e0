/** The number on the bell. A decoration: the name of the button says it in words. */
export function UnreadBadge({ digits }: { digits: string }) {
  return (
    <span
      aria-hidden="true"
      data-testid="unread-badge"
      className="absolute -end-2 -top-2 flex h-5 min-w-5 items-center justify-center rounded-full border-2 border-paper bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-accent-ink"
    >
      {digits}
    </span>
  );
}
