import { useTranslations } from "next-intl";
import type { ColumnKey } from "@/components/leads/lead-columns";
import { useFormats } from "@/components/ui/use-formats";
import { useLocale } from "@/components/ui/use-locale";
import type { Cell, Sheet } from "@/lib/export/sheet";
import type { LeadSummary } from "@/lib/leads/lead";
import { civilDay } from "@/lib/time/civil-days";
import { wallOf } from "@/lib/time/zone";
import { bantMarks } from "@/lib/vocabulary/bant";
import { directionOf } from "@/lib/vocabulary/locales";

/** Beside the columns that the list shows, a file has how to reach a lead. */
type FileColumn = ColumnKey | "company" | "email" | "phone";

/** Makes a table of leads in the reader's language, on the clock of their zone. */
export function useLeadsSheet() {
  const t = useTranslations("leads");
  const heat = useTranslations("heat");
  const { zone } = useFormats();
  const locale = useLocale();
  const moment = (at: string) => ({ moment: wallOf(zone, at) });
  function cell(column: FileColumn, lead: LeadSummary): Cell {
    switch (column) {
      case "lead":
        return lead.name;
      case "heat":
        return heat(lead.heat);
      case "bant":
        return bantMarks
          .filter((mark) => lead.bant[mark])
          .map((mark) => t(`bant.${mark}`))
          .join(", ");
      case "status":
        return t(`status.${lead.status}`);
      case "channel":
        return t(`channels.${lead.channel}`);
      case "nextStep":
        return lead.next_step && moment(lead.next_step.at);
      case "age":
      case "created":
        return { day: civilDay(lead.created_at, zone) };
      case "activity":
        return moment(lead.last_activity_at);
      case "value":
        return lead.value;
      default:
        return lead[column] ?? null;
    }
  }
  return (leads: readonly LeadSummary[], shown: readonly ColumnKey[]): Sheet => {
    // Age is of the day it is read; a file has the day it is counted from, once.
    const rest = shown.filter((key) => key !== "lead" && !(key === "age" && shown.includes("created")));
    const columns: FileColumn[] = ["lead", "company", "email", "phone", ...rest];
    const title = (column: FileColumn) => t(`columns.${column === "age" ? "created" : column}`);
    return {
      name: t("title"),
      columns: columns.map(title),
      rows: leads.map((lead) => columns.map((column) => cell(column, lead))),
      rightToLeft: directionOf(locale) === "rtl",
    };
  };
}
