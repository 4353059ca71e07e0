import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Several lines; grows with what is written where the browser can. 16 px on touch, as in `Input`. */
export const Textarea = ({ className, ...rest }: ComponentProps<"textarea">) => (
  <textarea
    rows={4}
    className={cn(
      "field-sizing-content max-h-72 min-h-24 w-full resize-y rounded border border-line-control bg-card px-3 py-2 text-base text-ink transition-colors",
      "hover:border-ink-soft disabled:opacity-60 aria-invalid:border-danger pointer-coarse:text-[1rem]",
      className,
    )}
    {...rest}
  />
);
