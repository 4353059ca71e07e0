import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The platform's own list in our frame: best by keyboard, by voice and on a phone. */
export const Select = ({ className, children, ...rest }: ComponentProps<"select">) => (
  <span className={cn("relative inline-flex shrink-0", className)}>
    <select
      className="tap h-9 w-full appearance-none rounded border border-line-control bg-card ps-3 pe-9 text-base text-ink transition-colors hover:border-ink-soft disabled:opacity-60 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
      {...rest}
    >
      {children}
    </select>
    <ChevronDown
      aria-hidden="true"
      className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
    />
  </span>
);
