import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

type Look = { variant?: "primary" | "secondary" | "ghost" | "danger"; size?: "sm" | "md" | "lg" };

const variants = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover forced-colors:border",
  secondary: "border border-line-strong bg-card text-ink hover:bg-sunken",
  ghost: "text-ink-soft hover:bg-sunken hover:text-ink",
  danger: "border border-line-strong bg-card text-danger hover:bg-danger-soft",
};

const sizes = {
  sm: "h-8 gap-1.5 rounded-md px-3 text-sm",
  md: "h-9 gap-2 rounded px-3.5 text-base",
  lg: "h-11 gap-2 rounded px-4 text-md",
};

/** The look alone, for a link that is drawn as a button. */
export const buttonClass = ({ variant = "secondary", size = "md" }: Look = {}): string =>
  cn(
    "tap inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap select-none",
    "transition-colors active:translate-y-px disabled:pointer-events-none disabled:opacity-50",
    "[&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
  );

type ButtonProps = ComponentProps<"button"> & Look & { pending?: boolean };

/** A `pending` button keeps its focus and its width and says that it works; the caller ignores a second press. */
export function Button({ variant, size, pending = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={pending || undefined}
      className={cn(buttonClass({ variant, size }), className)}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
