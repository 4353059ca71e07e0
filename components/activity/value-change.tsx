"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { HeatMark } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import { isHeat } from "@/lib/vocabulary/heat";
import type { Json } from "@/lib/settings/json";
import { useActivityWords } from "./use-activity-words";

type ValueChangeProps = {
  section: string;
  path: string;
  projectId: string | null;
  before: Json;
  after: Json;
};

/** The old and the new value in words, or that they are one; heat has its icon and colour. */
export function ValueChange({ section, path, projectId, before, after }: ValueChangeProps) {
  const t = useTranslations("settings.activity");
  const words = useActivityWords();
  const setting = { section, path, projectId };
  const same = words.sameValue(setting, before, after);
  if (same !== null) return <p className="min-w-0 wrap-anywhere">{same}</p>;
  const value = (of: Json) => words.value(setting, of);
  return (
    <p className="min-w-0">
      <span className="sr-only">{t("fromTo", { before: value(before), after: value(after) })}</span>
      <span aria-hidden="true" className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <Value path={path} value={before} text={value(before)} className="text-ink-soft" />
        <ArrowRight className="size-3.5 shrink-0 text-ink-faint rtl:-scale-x-100" />
        <Value path={path} value={after} text={value(after)} className="font-medium" />
      </span>
    </p>
  );
}

type ValueProps = { path: string; value: Json; text: string; className: string };

function Value({ path, value, text, className }: ValueProps) {
  if (path.endsWith(".minimumHeat") && isHeat(value)) return <HeatMark heat={value} />;
  return (
    <bdi className={cn("line-clamp-3 min-w-0 wrap-anywhere whitespace-pre-line", className)}>{text}</bdi>
  );
}
