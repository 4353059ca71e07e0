"use client";

import { useId, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type ChoiceCardsProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  pictures: Record<string, ReactNode> | undefined;
};

/**
 * A choice of a few options, each with a picture. The options are radios: arrow keys move between them, Tab stops
 * once.
 */
export function ChoiceCards({ label, value, options, onChange, pictures }: ChoiceCardsProps) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn(
        "grid w-full gap-2 sm:gap-3",
        // A column is never narrower than its longest word.
        options.length > 3 ? "grid-cols-2 sm:grid-cols-4" : "grid-cols-[repeat(3,minmax(min-content,1fr))]",
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="group relative grid cursor-pointer grid-cols-[minmax(0,1fr)] content-between gap-2 rounded border border-line-strong bg-card p-2 transition-colors hover:border-line-control has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute size-px opacity-0"
          />
          <span className="block overflow-hidden rounded-xs border border-line bg-paper">
            {pictures?.[option.value]}
          </span>
          <span className="flex items-center gap-2 px-0.5 pb-0.5 font-medium">
            <span
              aria-hidden="true"
              className="size-4 shrink-0 rounded-full border border-line-control bg-card group-has-checked:border-[5px] group-has-checked:border-accent max-sm:absolute max-sm:end-3.5 max-sm:top-3.5"
            />
            <span className="min-w-0 wrap-break-word">{option.label}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
