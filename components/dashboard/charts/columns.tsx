import type { CSSProperties, ReactNode } from "react";

type ColumnsProps = {
  data: { key: string; value: number; label?: string | undefined }[];
  /** What stands at the line of the highest column. */
  highest: string;
  /** What lies over a column: the way to what it counts. */
  over: (index: number, place: CSSProperties) => ReactNode;
};

/** One column for each step of time, as high as the card lets it be; words beside it say the same. */
export function Columns({ data, highest, over }: ColumnsProps) {
  const top = Math.max(1, ...data.map(({ value }) => value));
  return (
    <div aria-hidden="true" data-grows="" className="flex min-h-28 grow flex-col">
      <p className="text-end text-xs text-ink-faint">
        <bdi>{highest}</bdi>
      </p>
      <div className="flex grow gap-[2px] border-y border-chart-grid">
        {data.map(({ key, value }, index) => {
          const place = { blockSize: `${(value / top) * 100}%` };
          return (
            <div key={key} className="relative min-w-0 grow basis-0">
              <span
                className="absolute inset-x-0 bottom-0 mx-auto max-w-10 rounded-t-xs bg-chart forced-color-adjust-none"
                style={place}
              />
              {over(index, { position: "absolute", insetInline: 0, insetBlockEnd: 0, ...place })}
            </div>
          );
        })}
      </div>
      <div className="flex gap-[2px] pt-2 text-xs whitespace-nowrap text-ink-faint">
        {data.map(({ key, label }) => (
          <span key={key} className="min-w-0 grow basis-0 overflow-visible">
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
