import { Length } from "@/components/dashboard/charts/bar-rows";
import { bantMarks } from "@/lib/vocabulary/bant";
import type { Panel, Span } from "@/lib/leads/panels";
import { useWords } from "./figure-table";
import { LeadsLink } from "./leads-link";

type MissingMarksProps = {
  missing: Panel<"insights">["wentCold"]["missing"];
  span: Span;
  projectId: string;
};

/** How many of the leads that went cold lack which mark first; each number opens those. */
export function MissingMarks({ missing, span, projectId }: MissingMarksProps) {
  const { t, format } = useWords();
  return (
    <ul className="relative z-1 mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft empty:hidden">
      {bantMarks
        .filter((mark) => missing[mark] > 0)
        .map((mark) => (
          <li key={mark}>
            {t(`leads.bant.${mark}`)}{" "}
            <LeadsLink
              projectId={projectId}
              leads={{ counted: { kind: "cooled", parts: [mark] }, ...span, count: missing[mark] }}
              className="font-semibold text-ink"
            >
              {format.number(missing[mark])}
            </LeadsLink>
          </li>
        ))}
    </ul>
  );
}

/** Two medians beside each other; the sentence above says the same. */
export const Medians = ({ rows }: { rows: readonly { slot: string; seconds: number; text: string }[] }) => (
  <div
    aria-hidden="true"
    className="mt-2.5 grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft"
  >
    {rows.map(({ slot, seconds, text }) => (
      <div key={slot} className="col-span-3 grid grid-cols-subgrid items-center">
        <bdi>{slot}</bdi>
        <Length
          share={seconds / Math.max(...rows.map((row) => row.seconds))}
          strength={1}
          className="h-2.5"
        />
        <span className="text-end">{text}</span>
      </div>
    ))}
  </div>
);
