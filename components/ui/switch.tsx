import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<"button">, "onChange" | "role" | "aria-checked"> & {
  checked: boolean | "mixed";
  onChange: (checked: boolean) => void;
};

/**
 * Takes effect at once. `mixed` stands for several values that differ; a press turns all of them on. ARIA gives a
 * switch no mixed state, so then it is announced as a checkbox. Shape tells on from off, not only colour. Only the thumb
 * moves: a transition of colours costs a frame of the whole page each, and the first of them is the answer to the press.
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
        "tap inline-flex h-6 w-10 shrink-0 items-center rounded-full border p-[3px]",
        checked === false ? "border-line-control bg-sunken" : "border-accent bg-accent",
        "disabled:opacity-50 forced-colors:border-[ButtonText]",
        className,
      )}
      {...rest}
    >
      <span
        className={cn(
          "block rounded-full transition-[translate] duration-[120ms] forced-colors:bg-[ButtonText]",
          mixed && "mx-auto h-[3px] w-3.5 bg-accent-ink",
          checked === true && "size-4 translate-x-4 bg-accent-ink shadow-thumb rtl:-translate-x-4",
          checked === false && "size-4 scale-[0.8] bg-line-control",
        )}
      />
    </button>
  );
}
