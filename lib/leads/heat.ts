/** How close a lead is to buying, coldest first. The order is the scale: everything that compares heat reads it here. */
export const heats = ["cold", "warm", "hot", "burning"] as const;

export type Heat = (typeof heats)[number];

export const isHeat = (value: unknown): value is Heat => heats.some((heat) => heat === value);

/** Positive when `to` is hotter than `from`, in steps of the scale (cold to burning = 3). */
export const heatSteps = (from: Heat, to: Heat): number => heats.indexOf(to) - heats.indexOf(from);
