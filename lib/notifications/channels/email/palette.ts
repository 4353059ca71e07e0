import type { Heat } from "@/lib/vocabulary/heat";

/**
 * The light colours of app/globals.css, fixed: a mail has no variables. Dark mail programs repaint them by themselves;
 * they do it well where the background stands on a cell and the colour on the text itself.
 */
export const palette = {
  paper: "#fbfaf7",
  card: "#ffffff",
  line: "#e7e3db",
  ink: "#1b1a18",
  inkSoft: "#57534b",
  inkFaint: "#6b665d",
  accent: "#0d6b73",
  accentInk: "#ffffff",
} as const;

/** `steps`: of four dots how many are full, for those to whom red and green are one grey. */
export const heatLook: Record<Heat, { ink: string; soft: string; steps: number }> = {
  cold: { ink: "#2563b8", soft: "#e9f1fc", steps: 1 },
  warm: { ink: "#875900", soft: "#fbf2df", steps: 2 },
  hot: { ink: "#b3430a", soft: "#fcede3", steps: 3 },
  burning: { ink: "#b3173b", soft: "#fbe8ec", steps: 4 },
};

/** Fonts that a device has: a mail loads none. The first that knows Hebrew or Arabic letters writes them. */
export const fontFamily = "'Segoe UI', -apple-system, 'Helvetica Neue', Roboto, Arial, sans-serif";
