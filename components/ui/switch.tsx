import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<"button">, "onChange" | "role" | "aria-checked"> & {
  checked: boolean | "mixed";
  onChange: (checked: boolean) => void;
};

/**
 * Takes effect at once. `mixed` stands for several values that differ; a press turns all of them on. ARIA gives a
 * switch no mixed state, so then it is announced as a checkbox. Shape tells on from off, not only colour. The picture that
 * answers the press is the one that a person waits for, so the thumb is there in it: a transition would cost that frame
 * most, a thumb of another size would have the page laid out anew, and one that the pointer can touch would be moved
 * away under it.
 */
export function Switch({ checked, onChange, className, ...rest }: SwitchProps) {
  const mixed = checked === "mixed";
  return (
    <button
      type="button"
      role={mixed ? "checkbox" : "switch"}
      aria-checked={checked}
      onClick={() => onChange(checked !== true)}
      className={cn("tap disabled:opacity-50", track(checked), className)}
      {...rest}
    >
      <span className={thumb(checked)} />
    </button>
  );
}

/** What a switch looks like, for a picture of one. */
export const SwitchPicture = ({ checked }: { checked: boolean }) => (
  <span className={track(checked)}>
    <span className={thumb(checked)} />
  </span>
);

const track = (checked: SwitchProps["checked"]) =>
  cn(
    "inline-flex h-6 w-10 shrink-0 items-center rounded-full border p-[3px] forced-colors:border-[ButtonText]",
    checked === false ? "border-line-control bg-sunken" : "border-accent bg-accent",
  );

const thumb = (checked: SwitchProps["checked"]) =>
  cn(
    "pointer-events-none block size-4 forced-colors:bg-[ButtonText]",
    checked === "mixed" &&
      "translate-x-2 scale-x-88 scale-y-19 rounded-[1.75px/8px] bg-accent-ink rtl:-translate-x-2",
    checked === true && "translate-x-4 rounded-full bg-accent-ink shadow-thumb rtl:-translate-x-4",
    checked === false && "scale-80 rounded-full bg-line-control",
  );
