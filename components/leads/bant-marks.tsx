"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { bantMarks, bantScore, type Bant, type BantMark } from "@/lib/vocabulary/bant";

type BantMarksProps = { bant: Bant; onChange: (mark: BantMark, known: boolean) => void };

/** The four marks of a lead, a checkbox each. */
export function BantMarks({ bant, onChange }: BantMarksProps) {
  const t = useTranslations("leads.bant");
  return (
    <fieldset>
      <legend className="sr-only">{t("legend", { count: bantScore(bant) })}</legend>
      <ul className="grid gap-2 sm:grid-cols-2">
        {bantMarks.map((mark) => (
          <li key={mark}>
            <label
              className={cn(
                "flex h-full cursor-pointer items-start gap-3 rounded border border-line p-3 transition-colors hover:border-line-control",
                "has-checked:border-accent-line has-checked:bg-accent-soft",
                "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              )}
            >
              <input
                type="checkbox"
                checked={bant[mark]}
                onChange={(event) => onChange(mark, event.target.checked)}
                className="peer absolute size-px opacity-0"
              />
              <span
                aria-hidden="true"
                className="mt-px flex size-5 shrink-0 items-center justify-center rounded-sm border border-line-control bg-card peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink [&_svg]:opacity-0 peer-checked:[&_svg]:opacity-100"
              >
                <Check className="size-3.5" strokeWidth={3} />
              </span>
              <span className="min-w-0">
                <span className="block font-medium">{t(mark)}</span>
                <span className="block text-sm text-ink-soft">{t(`help.${mark}`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
