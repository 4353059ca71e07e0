import { HeatMark } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import type { FigureTable } from "./figure-table";
import { LeadsLink } from "./leads-link";

export type DataTableProps = {
  table: FigureTable;
  projectId: string;
  /** Hides the head from the screen: the caption names the columns, and the figures show what they are. */
  quietHead?: boolean;
  /** Hides the table from the screen where a chart shows the same figures; screen readers read the table. */
  hidden?: boolean;
};

/** So many rows are shown in any card; in a higher one as many as there is room for, and the others by scrolling. */
const shownRows = 6;

/** The figures of a chart as a table. Each opens the leads that it counts, where the table is to be seen. */
export function DataTable({ table, projectId, quietHead = false, hidden = false }: DataTableProps) {
  const { caption, columns, rows } = table;
  const isLong = rows.length > shownRows;
  return (
    <div
      className={
        hidden
          ? "sr-only"
          : cn("grow", isLong && "basis-72 overflow-y-auto print:basis-auto print:overflow-visible")
      }
      data-grows={isLong && !hidden ? "" : undefined}
      tabIndex={hidden ? undefined : 0}
    >
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className={quietHead ? "sr-only" : undefined}>
          <tr>
            {columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                className={cn(
                  "sticky top-0 border-b print:static border-line bg-card pb-2 text-xs font-medium text-ink-faint",
                  index === 0 ? "text-start" : "ps-4 text-end",
                )}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, name, heat, figures }) => (
            <tr key={key}>
              <th scope="row" className="py-(--row-pad) text-start font-normal">
                {heat ? <HeatMark heat={heat} /> : name}
              </th>
              {figures.map(({ text, leads }, index) => (
                <td key={index} className="py-(--row-pad) ps-4 text-end font-medium">
                  <LeadsLink projectId={projectId} leads={hidden ? undefined : leads}>
                    <bdi>{text}</bdi>
                  </LeadsLink>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
