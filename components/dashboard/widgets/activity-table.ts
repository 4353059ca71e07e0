import type { Activity } from "@/lib/leads/panels";
import { wallOf } from "@/lib/time/zone";
import type { FigureTable, Words } from "./figure-table";

/** The latest events: whose, what, and when on the person's clock. */
export const activityTable = (events: readonly Activity[], words: Words): FigureTable => ({
  caption: words.t("dashboard.recentActivity.caption"),
  columns: [
    words.t("dashboard.recentActivity.lead"),
    words.t("dashboard.recentActivity.event"),
    words.t("dashboard.recentActivity.at"),
  ],
  rows: events.map((event) => {
    const at = Date.parse(event.at);
    const text = eventText(event, words);
    return {
      key: String(event.id),
      name: event.leadName,
      figures: [
        { text, value: text },
        { text: words.format.fullMoment(at), value: { moment: wallOf(words.format.zone, at) } },
      ],
    };
  }),
});

function eventText(event: Activity, { t }: Words): string {
  switch (event.kind) {
    case "heat":
      return t(`heat.${event.after}`);
    case "status":
      return t(`leads.status.${event.after}`);
    case "bant": {
      const [mark, set] = Object.entries(event.after)[0] ?? [];
      const known = (["budget", "authority", "need", "timeline"] as const).find((one) => one === mark);
      if (!known) return "";
      return t(set ? "leads.events.bantSet" : "leads.events.bantCleared", { mark: t(`leads.bant.${known}`) });
    }
    case "created":
    case "message":
    case "meeting":
      return t(`leads.events.${event.kind}`);
  }
}
