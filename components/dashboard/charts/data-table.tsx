import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type DataTableProps = {
  caption: string;
  /** The first column names the row; the others hold figures. */
  columns: readonly string[];
  /** Hides the head from the screen: the caption names the columns, and the figures show what they are. */
  quietHead?: boolean;
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Hides the table from the screen where a chart shows the same figures; screen readers read the table. */
  hidden?: boolean;
};

/** The figures of a chart as a table. */
export function DataTable({ caption, columns, rows, quietHead = false, hidden = false }: DataTableProps) {
  return (
    <div
      className={hidden ? "sr-only" : "max-h-72 overflow-y-auto print:max-h-none print:overflow-visible"}
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
          {rows.map(({ key, cells: [name, ...figures] }) => (
            <tr key={key}>
              <th scope="row" className="py-(--row-pad) text-start font-normal">
                {name}
              </th>
              {figures.map((figure, index) => (
                <td key={index} className="py-(--row-pad) ps-4 text-end font-medium">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
