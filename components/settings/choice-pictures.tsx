import type { ReactNode } from "react";

type Block = readonly [x: number, y: number, width: number, height: number];

/** A sketch of panels on a screen of 72 × 44, in the colours of the theme. Mirrored where reading is. */
const sketch = (blocks: readonly Block[], accents: readonly Block[] = []) => (
  <svg viewBox="0 0 72 44" aria-hidden="true" className="w-full rtl:-scale-x-100">
    {blocks.map(([x, y, width, height]) => (
      <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx="2" className="fill-chart-muted" />
    ))}
    {accents.map(([x, y, width, height]) => (
      <rect key={`a ${x} ${y}`} x={x} y={y} width={width} height={height} rx="1" className="fill-accent" />
    ))}
  </svg>
);

/** Pictures for the options of a choice, by title key. A choice without pictures is drawn as segments. */
export const choicePictures: Record<string, Record<string, ReactNode>> = {
  defaultView: {
    enhanced: sketch(
      [
        [4, 4, 19, 10],
        [26, 4, 19, 10],
        [48, 4, 20, 10],
        [4, 17, 41, 23],
        [48, 17, 20, 23],
      ],
      [
        [9, 30, 4, 7],
        [16, 26, 4, 11],
        [23, 28, 4, 9],
        [30, 23, 4, 14],
        [37, 20, 4, 17],
      ],
    ),
    classic: sketch(
      [
        [4, 4, 31, 17],
        [38, 4, 30, 17],
        [4, 24, 31, 16],
        [38, 24, 30, 16],
      ],
      [
        [8, 14, 22, 2],
        [42, 14, 18, 2],
      ],
    ),
    compact: sketch(
      [
        [4, 4, 64, 5],
        [4, 12, 64, 5],
        [4, 20, 64, 5],
        [4, 28, 64, 5],
        [4, 36, 64, 4],
      ],
      [
        [56, 5.5, 9, 2],
        [56, 13.5, 5, 2],
        [56, 21.5, 7, 2],
      ],
    ),
  },
};
