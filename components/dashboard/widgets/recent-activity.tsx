import Link from "next/link";
import { useTranslations } from "next-intl";
import type { View } from "@/components/dashboard/charts/view";
import { EventIcon, EventWords } from "@/components/leads/event-words";
import type { Activity } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";

const shownIn: Record<View, number> = { enhanced: 6, classic: 8, compact: 4 };

/** The latest events of the project, each a link to its lead. */
export function RecentActivity({ data, view }: { data: Activity[]; view: View }) {
  const t = useTranslations("dashboard.recentActivity");
  return (
    <ol aria-label={t("caption")} className="-my-(--row-pad) divide-y divide-line">
      {data.slice(0, shownIn[view]).map((event) => (
        <ActivityLine key={event.id} event={event} plain={view !== "enhanced"} />
      ))}
    </ol>
  );
}

function ActivityLine({ event, plain }: { event: Activity; plain: boolean }) {
  const ago = useRelativeTime();
  const now = useNow();
  return (
    <li className="relative flex items-center gap-3 py-(--row-pad)">
      {!plain && (
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
          <EventIcon event={event} />
        </span>
      )}
      <div className="min-w-0 grow">
        <div className="flex items-baseline gap-3">
          <Link
            href={paths.lead(event.leadId)}
            className="min-w-0 wrap-anywhere font-medium after:absolute after:inset-0 after:rounded-sm hover:underline"
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
