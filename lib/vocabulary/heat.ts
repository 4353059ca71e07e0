/** How close a lead is to buying, coldest first. All comparisons of heat use this order. */
export const heats = ["cold", "warm", "hot", "burning"] as const;

export type Heat = (typeof heats)[number];

export const isHeat = (value: unknown): value is Heat => heats.some((heat) => heat === value);

/** Steps from `from` to `to`, positive if `to` is hotter (cold to burning = 3). */
export const heatSteps = (from: Heat, to: Heat): number => heats.indexOf(to) - heats.indexOf(from);
