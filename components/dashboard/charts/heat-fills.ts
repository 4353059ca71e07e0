import type { Heat } from "@/lib/vocabulary/heat";

/** The colours of the scale, for shapes and for boxes. */
export const heatFills: Record<Heat, { fill: string; background: string }> = {
  cold: { fill: "fill-heat-cold-fill", background: "bg-heat-cold-fill" },
  warm: { fill: "fill-heat-warm-fill", background: "bg-heat-warm-fill" },
  hot: { fill: "fill-heat-hot-fill", background: "bg-heat-hot-fill" },
  burning: { fill: "fill-heat-burning-fill", background: "bg-heat-burning-fill" },
};
