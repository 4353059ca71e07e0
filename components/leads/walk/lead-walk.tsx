"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWalk } from "@/components/leads/use-walk";
import { useLetterKeys } from "@/components/palette/use-letter-keys";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { stepAt, type Walk } from "@/lib/leads/walk";
import { paths } from "@/lib/paths";

/** The ways to the lead before and the lead after, in the order of the list that the person came from; K and J. */
export function LeadWalk({ leadId }: { leadId: string }) {
  const t = useTranslations("leads.walk");
  const router = useRouter();
  const walk = useWalk();
  const step = walk && stepAt(walk, leadId);
  const previous = step?.previous ? paths.lead(step.previous) : null;
  const next = step?.next ? paths.lead(step.next) : (walk?.next ?? null);
  useLetterKeys((letter) => {
    const address = letter === "j" ? next : letter === "k" ? previous : null;
    if (address !== null) router.push(address);
    return address !== null;
  });
  if (!step) return null;
  return (
    <nav aria-label={t("label")} className="flex items-center gap-1 text-sm text-ink-soft">
      <span className="me-1 whitespace-nowrap">{t("place", { at: step.at, of: step.of })}</span>
      <Way address={previous} label={t("previous")}>
        <ChevronUp aria-hidden="true" />
      </Way>
      <Way address={next} label={step.next ? t("next") : t("further")}>
        <ChevronDown aria-hidden="true" />
      </Way>
    </nav>
  );
}

type WayProps = { address: ReturnType<typeof paths.lead> | Walk["next"]; label: string; children: ReactNode };

function Way({ address, label, children }: WayProps) {
  const look = cn(buttonClass(), "size-9 px-0! pointer-coarse:size-11");
  return address === null ? (
    <span role="link" aria-disabled="true" aria-label={label} className={cn(look, "opacity-50")}>
      {children}
    </span>
  ) : (
    <Link href={address} aria-label={label} title={label} className={look}>
      {children}
    </Link>
  );
}
