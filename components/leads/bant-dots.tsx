import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { bantMarks, bantScore, type Bant } from "@/lib/vocabulary/bant";

/** The four marks as dots; the words are for screen readers and the tooltip. */
export function BantDots({ bant }: { bant: Bant }) {
  const t = useTranslations("leads.bant");
  const words = t("progress", { count: bantScore(bant) });
  return (
    <span title={words} className="inline-flex gap-1">
      {bantMarks.map((mark) => (
        <span
          key={mark}
          aria-hidden="true"
          className={cn(
            "size-2 rounded-full border forced-color-adjust-none",
            bant[mark] ? "border-accent bg-accent" : "border-line-control",
          )}
        />
      ))}
      <span className="sr-only">{words}</span>
    </span>
  );
}
