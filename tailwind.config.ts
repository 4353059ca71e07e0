import type { Config } from "tailwindcss";
import { heats } from "./lib/vocabulary/heat";

/**
 * The names of the product's look. Their values are custom properties in app/globals.css, because a theme is a set of
 * values and nothing else: no class has a `dark:` variant, and no component names a theme.
 */
const heat = (name: string) => ({
  DEFAULT: `var(--heat-${name})`,
  fill: `var(--heat-${name}-fill)`,
  soft: `var(--heat-${name}-soft)`,
});

export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      paper: "var(--paper)",
      card: "var(--card)",
      raised: "var(--raised)",
      sunken: "var(--sunken)",
      overlay: "var(--overlay)",
      line: { DEFAULT: "var(--line)", strong: "var(--line-strong)", control: "var(--line-control)" },
      ink: { DEFAULT: "var(--ink)", soft: "var(--ink-soft)", faint: "var(--ink-faint)" },
      accent: {
        DEFAULT: "var(--accent)",
        hover: "var(--accent-hover)",
        ink: "var(--accent-ink)",
        soft: "var(--accent-soft)",
        line: "var(--accent-line)",
      },
      positive: { DEFAULT: "var(--positive)", soft: "var(--positive-soft)" },
      caution: { DEFAULT: "var(--caution)", soft: "var(--caution-soft)" },
      danger: { DEFAULT: "var(--danger)", soft: "var(--danger-soft)", ink: "var(--danger-ink)" },
      heat: Object.fromEntries(heats.map((name) => [name, heat(name)])),
      chart: { DEFAULT: "var(--accent)", muted: "var(--chart-muted)", grid: "var(--line)" },
    },
    fontFamily: {
      sans: ["var(--font-sans)"],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "monospace"],
    },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    // 14 px is the base. Sizes are in rem, so that they follow the browser's text size.
    fontSize: {
      xs: ["0.75rem", { lineHeight: "1rem" }],
      sm: ["0.8125rem", { lineHeight: "1.125rem" }],
      base: ["0.875rem", { lineHeight: "1.25rem" }],
      md: ["0.9375rem", { lineHeight: "1.375rem" }],
      lg: ["1.0625rem", { lineHeight: "1.5rem", letterSpacing: "var(--tracking-tight)" }],
      xl: ["1.25rem", { lineHeight: "1.75rem", letterSpacing: "var(--tracking-tight)" }],
      "2xl": ["1.5rem", { lineHeight: "2rem", letterSpacing: "var(--tracking-tight)" }],
      "3xl": ["1.875rem", { lineHeight: "2.375rem", letterSpacing: "var(--tracking-tight)" }],
    },
    borderRadius: { none: "0", xs: "4px", sm: "6px", md: "8px", DEFAULT: "10px", lg: "14px", full: "9999px" },
    boxShadow: { none: "none", pop: "var(--shadow-pop)", thumb: "var(--shadow-thumb)" },
    extend: {
      transitionDuration: { DEFAULT: "150ms" },
      transitionTimingFunction: { DEFAULT: "cubic-bezier(0.2, 0, 0, 1)" },
      maxWidth: { form: "47.5rem", page: "72rem", board: "100rem" },
      width: { rail: "14.5rem" },
      spacing: { bar: "3.5rem" },
      zIndex: { bar: "20", pop: "40", dialog: "50", toast: "60" },
    },
  },
} satisfies Config;
