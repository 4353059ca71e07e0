import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** `icon` stands for the chosen value, before it. */
type SelectProps = ComponentProps<"select"> & { icon?: ReactNode };

/** The list of the platform, with our frame: it works best by keyboard, by voice and on a phone. */
export const Select = ({ icon, className, children, ...rest }: SelectProps) => (
  <span className={cn("relative inline-flex max-w-full shrink-0", className)}>
    <select
      className={cn(
        "tap h-9 w-full appearance-none rounded border border-line-control bg-card pe-9 text-base text-ink transition-colors hover:border-ink-soft disabled:opacity-60 pointer-coarse:h-11 pointer-coarse:text-[1rem]",
        icon ? "ps-9" : "ps-3",
      )}
      {...rest}
    >
      {children}
    </select>
    {icon && (
      <span className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 [&_svg]:size-4">
        {icon}
      </span>
    )}
    <ChevronDown
      aria-hidden="true"
      className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft"
    />
  </span>
);
