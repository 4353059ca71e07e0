import type { ComponentProps } from "react";
import { cn } from "./cn";

/** 16 px on touch, because a phone zooms into anything smaller. */
export const Input = ({ className, ...rest }: ComponentProps<"input">) => (
  <input
    className={cn(
      "h-10 w-full rounded border border-line-control bg-card px-3 text-base text-ink transition-colors",
      "hover:border-ink-soft disabled:opacity-60 aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-[1rem]",
      className,
    )}
    {...rest}
  />
);
