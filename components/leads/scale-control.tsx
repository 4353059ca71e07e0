"use client";

import type { LucideIcon } from "lucide-react";
import { useId, useRef, type KeyboardEvent } from "react";
import { useSettled } from "@/components/leads/use-settled";
import { cn } from "@/components/ui/cn";

export type ScaleStep<Value extends string> = {
  value: Value;
  label: string;
  icon: LucideIcon;
  /** The colours of the chosen step. */
  chosen: string;
};

type ScaleControlProps<Value extends string> = {
  label: string;
  value: Value;
  steps: readonly ScaleStep<Value>[];
  onChange: (value: Value) => void;
};

/**
 * Few steps as radios: arrow keys move between them, Tab stops once. A press means the step at once; arrow keys only show
 * it until Enter, the end of a pause, or leaving; Escape goes back. Icon and word go with the colour.
 */
export function ScaleControl<Value extends string>({
  label,
  value,
  steps,
  onChange,
}: ScaleControlProps<Value>) {
  const name = useId();
  const { shown, consider, mean, commit, forget } = useSettled(value, onChange);
  /** Whether the last to act was a pointer and not a key. */
  const pressed = useRef(false);
  function onKeyDown(event: KeyboardEvent) {
    pressed.current = false;
    if (event.key === "Enter") commit();
    else if (event.key === "Escape") forget();
  }
  return (
    // By the room of its card, which beside the details has less than the window lets expect: no word is cut.
    <div className="@container">
      <div
        role="radiogroup"
        aria-label={label}
        onKeyDown={onKeyDown}
        onPointerDown={() => (pressed.current = true)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && commit()}
        className="grid grid-cols-2 gap-1 rounded border border-line bg-card p-1 @xl:grid-cols-4"
      >
        {steps.map((step) => (
          <label
            key={step.value}
            data-choice=""
            className={cn(
              "tap flex h-10 min-w-0 cursor-pointer items-center justify-center gap-2 rounded-md px-3 font-medium text-ink-soft transition-colors",
              "hover:bg-sunken hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent",
              "has-checked:ring-1 has-checked:ring-current",
              step.chosen,
            )}
          >
            <input
              type="radio"
              name={name}
              value={step.value}
              checked={step.value === shown}
              onChange={() => (pressed.current ? mean : consider)(step.value)}
              className="absolute size-px opacity-0"
            />
            <step.icon aria-hidden="true" className="size-4 shrink-0" />
            <span className="truncate">{step.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
