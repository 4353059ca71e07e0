import type { ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  neutral: "border-line-strong text-ink-soft",
  accent: "border-accent-line bg-accent-soft text-accent",
  positive: "border-transparent bg-positive-soft text-positive",
  caution: "border-transparent bg-caution-soft text-caution",
  danger: "border-transparent bg-danger-soft text-danger",
  cold: "border-transparent bg-heat-cold-soft text-heat-cold",
  warm: "border-transparent bg-heat-warm-soft text-heat-warm",
  hot: "border-transparent bg-heat-hot-soft text-heat-hot",
  burning: "border-transparent bg-heat-burning-soft text-heat-burning",
};

export type BadgeTone = keyof typeof tones;

type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; children: ReactNode; className?: string };

/** A short fact. The words say it; the colour and the icon only help. */
export const Badge = ({ tone = "neutral", icon, children, className }: BadgeProps) => (
  <span
    className={cn(
      "inline-flex h-6 max-w-full items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium whitespace-nowrap",
      "[&_svg]:size-3.5 [&_svg]:shrink-0",
      tones[tone],
      className,
    )}
  >
    {icon}
    <span className="truncate">{children}</span>
  </span>
);
