import type { ComponentProps } from "react";
import { cn } from "./cn";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  /** The name for those who do not see the icon; also its tooltip. */
  label: string;
  framed?: boolean;
};

export function IconButton({ label, framed = false, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cn(
        "tap inline-flex size-9 shrink-0 items-center justify-center rounded text-ink-soft transition-colors",
        "hover:bg-sunken hover:text-ink disabled:opacity-50 [&_svg]:size-4.5",
        framed && "border border-line bg-card",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
