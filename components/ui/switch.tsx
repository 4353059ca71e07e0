import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<"button">, "onChange" | "role" | "aria-checked"> & {
  checked: boolean | "mixed";
  onChange: (checked: boolean) => void;
  /** It is set, and has no effect yet: its track is pale, and the thumb has the colour. */
  quiet?: boolean | undefined;
};

/**
 * A switch that takes effect at once. `mixed` stands for several values that differ; a press turns all of them on.
 * ARIA has no mixed switch, so a mixed one is announced as a checkbox. The shape tells on from off, not only the
 * colour. A person waits for the frame that answers the press, so the thumb moves in that frame: a transition would
 * show it later, a thumb of another size would cause a layout of the page, and a moved thumb could leave the pointer.
 */
export function Switch({ checked, onChange, quiet = false, className, ...rest }: SwitchProps) {
  const mixed = checked === "mixed";
  return (
    <button
      type="button"
      role={mixed ? "checkbox" : "switch"}
      aria-checked={checked}
      onClick={() => onChange(checked !== true)}
      className={cn("tap disabled:opacity-50", track(checked, quiet), className)}
      {...rest}
    >
      <span className={thumb(checked, quiet)} />
    </button>
  );
}

/** What a switch looks like, for a picture of one. */
export const SwitchPicture = ({ checked }: { checked: boolean }) => (
  <span className={track(checked)}>
    <span className={thumb(checked)} />
  </span>
);

const track = (checked: SwitchProps["checked"], quiet = false) =>
  cn(
    "inline-flex h-6 w-10 shrink-0 items-center rounded-full border p-[3px] forced-colors:border-[ButtonText]",
    checked === false ? "border-line-control bg-sunken" : "border-accent",
    checked !== false && (quiet ? "bg-accent-soft" : "bg-accent"),
  );

const thumb = (checked: SwitchProps["checked"], quiet = false) =>
  cn(
    "pointer-events-none block size-4 forced-colors:bg-[ButtonText]",
    checked === "mixed" && "translate-x-2 scale-x-88 scale-y-19 rounded-[1.75px/8px] rtl:-translate-x-2",
    checked === true && "translate-x-4 rounded-full shadow-thumb rtl:-translate-x-4",
    checked !== false && (quiet ? "bg-accent" : "bg-accent-ink"),
    checked === false && "scale-80 rounded-full bg-line-control",
  );
