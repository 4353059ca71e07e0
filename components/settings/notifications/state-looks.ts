import { CirclePlay, Hourglass, Moon, type LucideIcon } from "lucide-react";
import type { ScheduleState } from "@/lib/notifications/schedule";

/** `fill`: of its stretches in the picture of a day; the icons say the same without colour. */
export const stateLooks: Record<ScheduleState, { icon: LucideIcon; ink: string; fill: string }> = {
  open: { icon: CirclePlay, ink: "bg-accent-soft text-accent", fill: "bg-accent" },
  "off-hours": { icon: Hourglass, ink: "bg-sunken text-ink-soft", fill: "bg-chart-muted" },
  quiet: { icon: Moon, ink: "bg-sunken text-ink", fill: "bg-ink-soft" },
};
