"use client";

import { useId, type ReactNode } from "react";
import { cn } from "./cn";

type Option<Value extends string> = { value: Value; label: ReactNode };

type SegmentedProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  className?: string;
};

/** A choice of a few options, all visible. The options are radios: arrow keys move between them, Tab stops once. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn(
        "inline-flex max-w-full flex-wrap gap-0.5 rounded border border-line bg-sunken p-0.5",
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          data-choice=""
          className={cn(
            "tap flex min-h-8 max-w-full min-w-min grow cursor-pointer items-center justify-center rounded-md border border-transparent px-2 text-center leading-4 sm:px-3 font-medium text-ink-soft transition-colors",
            "hover:text-ink has-checked:border-line-strong has-checked:bg-card has-checked:text-ink",
            "has-focus-visible:outline-2 has-focus-visible:outline-accent",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute size-px opacity-0"
          />
          <span className="min-w-0 wrap-break-word">{option.label}</span>
        </label>
      ))}
    </div>
  );
}
