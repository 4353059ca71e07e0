import { useTranslations } from "next-intl";

const most = 99;

/** The number on the bell. A decoration: the name of the button says it in words. */
export function UnreadBadge({ count }: { count: number }) {
  const t = useTranslations("notifications");
  if (count === 0) return null;
  return (
    <span
      aria-hidden="true"
      data-testid="unread-badge"
      className="absolute -end-2 -top-2 flex h-5 min-w-5 items-center justify-center rounded-full border-2 border-paper bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-accent-ink"
    >
      {count > most ? t("badgeMore", { count: most }) : t("badge", { count })}
    </span>
  );
}
