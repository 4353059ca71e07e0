import Link from "next/link";
import { useTranslations } from "next-intl";
import type { View } from "@/components/dashboard/charts/view";
import { EventIcon, EventWords } from "@/components/leads/event-words";
import type { Activity } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";

/** So many events are shown in any card; in a higher one as many as there is room for. */
const shownIn: Record<View, number> = { enhanced: 5, classic: 6, compact: 4 };

/** The latest events of the project, each a link to its lead. */
export function RecentActivity({ data, view }: { data: Activity[]; view: View }) {
  const t = useTranslations("dashboard.recentActivity");
  const least = Math.min(data.length, shownIn[view]);
  const isMore = data.length > least;
  return (
    <>
      <div
        data-grows={isMore ? "" : undefined}
        className="room-for-lines -my-(--row-pad) shrink-0 grow"
        style={{ flexBasis: `calc(${least} * var(--line-size))` }}
      >
        <ol aria-label={t("caption")} className="flex h-full flex-col">
          {data.map((event) => (
            <ActivityLine key={event.id} event={event} plain={view !== "enhanced"} />
          ))}
        </ol>
      </div>
      {data.length < shownIn[view] && (
        <p className="flex min-h-20 items-center justify-center text-center text-ink-soft">{t("more")}</p>
      )}
    </>
  );
}

function ActivityLine({ event, plain }: { event: Activity; plain: boolean }) {
  const ago = useRelativeTime();
  const now = useNow();
  return (
    <li className="relative flex min-h-(--line-size) grow items-center gap-3 border-line not-first:border-t">
      {!plain && (
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
          <EventIcon event={event} />
        </span>
      )}
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-3">
          <Link
            href={paths.lead(event.leadId)}
            className="min-w-0 truncate font-medium after:absolute after:inset-0 after:rounded-sm hover:underline"
          >
            <bdi dir="auto">{event.leadName}</bdi>
          </Link>
          <time dateTime={event.at} className="ms-auto shrink-0 text-sm text-ink-faint">
            {ago(new Date(event.at), { now, style: "short" })}
          </time>
        </div>
        <p className="truncate text-ink-soft">
          <EventWords event={event} />
        </p>
      </div>
    </li>
  );
}
