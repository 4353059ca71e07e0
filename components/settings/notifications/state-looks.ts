import { CirclePlay, Hourglass, Moon, type LucideIcon } from "lucide-react";
import type { ScheduleState } from "@/lib/notifications/schedule/schedule";

/** Quiet hours are hatched, which tells them from off-hours without colour. */
const striped =
  "bg-sunken bg-[linear-gradient(135deg,var(--line-control)_0_10%,transparent_10%_50%,var(--line-control)_50%_60%,transparent_60%)] bg-size-[7px_7px]";

/** `fill`: the class of the state's stretches in the picture of a day. */
export const stateLooks: Record<ScheduleState, { icon: LucideIcon; ink: string; fill: string }> = {
  open: { icon: CirclePlay, ink: "bg-accent-soft text-accent", fill: "bg-accent" },
  "off-hours": { icon: Hourglass, ink: "bg-sunken text-ink-soft", fill: "bg-chart-muted" },
  quiet: { icon: Moon, ink: "bg-sunken text-ink", fill: striped },
};
