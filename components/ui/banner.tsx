"use client";

import type { ReactNode } from "react";
import { cn } from "./cn";
import { useFocusHandover } from "./use-focus-handover";

const tones = {
  neutral: "border-line bg-card text-ink [&>svg]:text-ink-soft",
  caution: "border-transparent bg-caution-soft text-ink [&>svg]:text-caution",
  danger: "border-transparent bg-danger-soft text-ink [&>svg]:text-danger",
  positive: "border-transparent bg-positive-soft text-ink [&>svg]:text-positive",
};

type BannerProps = {
  tone?: keyof typeof tones;
  icon?: ReactNode;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  role?: "status" | "alert";
};

/** Tells a state of the whole page and offers what can be done about it. */
export const Banner = ({ tone = "neutral", icon, title, children, action, role }: BannerProps) => (
  <div
    ref={useFocusHandover<HTMLDivElement>()}
    role={role}
    className={cn(
      "flex flex-wrap items-start gap-x-3 gap-y-2 rounded border px-4 py-3 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
      tones[tone],
    )}
  >
    {icon}
    <div className="min-w-0 grow basis-[min(14rem,calc(100%-1.75rem))] max-sm:basis-[calc(100%-1.75rem)]">
      {title && <p className="font-medium">{title}</p>}
      {children && <div className="text-ink-soft">{children}</div>}
    </div>
    {action && <div className="max-sm:[svg~&]:ms-7">{action}</div>}
  </div>
);
