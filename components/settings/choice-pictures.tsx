import type { ReactNode } from "react";

type Block = readonly [x: number, y: number, width: number, height: number];

/** A sketch of panels on a screen of 72 × 44, in the colours of the theme; mirrored in right-to-left languages. */
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

/** A sketch of a page in the colours of the theme around it. */
const page = (
  <svg viewBox="0 0 72 44" aria-hidden="true" className="block w-full bg-paper rtl:-scale-x-100">
    <rect x="0" y="0" width="17" height="44" className="fill-sunken" />
    <rect x="4" y="6" width="9" height="3" rx="1" className="fill-accent" />
    <rect x="4" y="13" width="9" height="2" rx="1" className="fill-ink-soft" />
    <rect x="4" y="18" width="9" height="2" rx="1" className="fill-ink-soft" />
    <rect
      x="22.5"
      y="5.5"
      width="45"
      height="33"
      rx="3"
      strokeWidth="1"
      className="fill-card stroke-line-strong"
    />
    <rect x="27" y="11" width="20" height="3" rx="1" className="fill-ink" />
    <rect x="27" y="18" width="28" height="2" rx="1" className="fill-ink-soft" />
    <rect x="27" y="25" width="28" height="2" rx="1" className="fill-ink-soft" />
    <rect x="58" y="17" width="7" height="4" rx="2" className="fill-accent" />
    <rect x="58" y="24" width="7" height="4" rx="2" className="fill-line-control" />
  </svg>
);

const inTheme = (theme: "light" | "dark" | "contrast") => <span data-theme={theme}>{page}</span>;

/** The page does not know the theme of the device, so the sketch shows both, divided by the diagonal. */
const bothThemes = (
  <span className="relative block">
    {inTheme("light")}
    <span className="absolute inset-0 [clip-path:polygon(100%_0,100%_100%,0_100%)]">{inTheme("dark")}</span>
  </span>
);

/** Pictures for the options of a choice, by title key. A choice without pictures is drawn as segments. */
export const choicePictures: Record<string, Record<string, ReactNode>> = {
  theme: {
    system: bothThemes,
    light: inTheme("light"),
    dark: inTheme("dark"),
    contrast: inTheme("contrast"),
  },
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
