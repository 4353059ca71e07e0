import { BadgeCheck, CalendarCheck, MessageCircle, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { statusIcons } from "@/components/leads/status-icons";
import { HeatMark, heatIcons } from "@/components/vocabulary/heat-mark";
import { bantMarks } from "@/lib/vocabulary/bant";
import type { LeadEvent } from "@/lib/leads/event";

const plainIcons = { bant: BadgeCheck, created: UserPlus, message: MessageCircle, meeting: CalendarCheck };

/** The icon of an event. Each heat has its own; the words have the colour, not the icon. */
export function EventIcon({ event }: { event: LeadEvent }) {
  const Icon =
    event.kind === "heat"
      ? heatIcons[event.after]
      : event.kind === "status"
        ? statusIcons[event.after]
        : plainIcons[event.kind];
  return <Icon aria-hidden="true" className="size-4" />;
}

/** An event as a sentence. */
export function EventWords({ event }: { event: LeadEvent }): ReactNode {
  const t = useTranslations("leads.events");
  const bant = useTranslations("leads.bant");
  switch (event.kind) {
    case "heat":
      return t.rich("heat", {
        from: () => <HeatMark heat={event.before} />,
        to: () => <HeatMark heat={event.after} />,
      });
    case "bant": {
      const mark = bantMarks.find((one) => event.after[one] !== undefined) ?? "budget";
      return t(event.after[mark] ? "bantSet" : "bantCleared", { mark: bant(mark) });
    }
    case "status":
      return t(`status.${event.after}`);
    default:
      return t(event.kind);
  }
}
