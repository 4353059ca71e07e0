import { useTranslations } from "next-intl";
import { EventIcon, EventWords } from "@/components/leads/event-words";
import { Moment } from "@/components/leads/moment";
import type { LeadEvent } from "@/lib/leads/event";

/** The events of a lead, newest first. */
export function LeadTimeline({ events }: { events: LeadEvent[] }) {
  const t = useTranslations("leads");
  if (events.length === 0) return <p className="text-ink-soft">{t("noHistory")}</p>;
  return (
    <ol>
      {events.map((event, index) => {
        return (
          <li key={event.id} className="relative flex gap-3.5 pb-5 last:pb-0">
            {index < events.length - 1 && (
              <span aria-hidden="true" className="absolute start-4 top-9 bottom-1 w-px bg-line" />
            )}
            <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-soft">
              <EventIcon event={event} />
            </span>
            <div className="min-w-0 grow pt-1">
              <p>
                <EventWords event={event} />
              </p>
              <p className="text-sm text-ink-faint">
                <Actor actor={event.actor} />
                <Moment ago at={event.at} />
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Who did it, before the time. What the chat did has nobody. */
function Actor({ actor }: Pick<LeadEvent, "actor">) {
  const t = useTranslations("leads.actor");
  if (!actor) return null;
  return (
    <>
      {actor.me ? t("me") : actor.name === null ? t("left") : <bdi>{actor.name}</bdi>}
      {" · "}
    </>
  );
}
