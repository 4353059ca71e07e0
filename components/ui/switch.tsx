import { Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<"button">, "onChange" | "role" | "aria-checked"> & {
  checked: boolean | "mixed";
  onChange: (checked: boolean) => void;
};

/**
 * Takes effect at once. `mixed` stands for several values that differ; a press turns all of them on. ARIA gives a
 * switch no mixed state, so then it is announced as a checkbox. Shape tells on from off, not only colour.
 */
export function Switch({ checked, onChange, className, ...rest }: SwitchProps) {
  const mixed = checked === "mixed";
  return (
    <button
      type="button"
      role={mixed ? "checkbox" : "switch"}
      aria-checked={checked}
      onClick={() => onChange(checked !== true)}
      className={cn(
        "tap inline-flex h-6 w-10 shrink-0 items-center rounded-full border p-[3px] transition-colors",
        checked === false ? "border-line-control bg-sunken" : "border-accent bg-accent",
        mixed && "justify-center",
        "disabled:opacity-50 forced-colors:border-[ButtonText]",
        className,
      )}
      {...rest}
    >
      {mixed ? (
        <Minus aria-hidden="true" className="size-3.5 text-accent-ink" strokeWidth={3} />
      ) : (
        <span
          className={cn(
            "block size-4 rounded-full transition-transform duration-[120ms] forced-colors:bg-[ButtonText]",
            checked
              ? "translate-x-4 bg-accent-ink shadow-thumb rtl:-translate-x-4"
              : "scale-[0.8] bg-line-control",
          )}
        />
      )}
    </button>
  );
}
