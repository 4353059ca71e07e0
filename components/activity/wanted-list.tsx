"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { byDocument } from "@/lib/audit/take-back";
import { sameJson, type Json } from "@/lib/settings/json";
import type { WantedValue } from "@/lib/settings/client/restore";
import { useActivityWords } from "./use-activity-words";
import { ValueChange } from "./value-change";

type WantedListProps = { wanted: readonly WantedValue[]; now: readonly Json[] | null };

/** Lists what will change, with present and new values, by settings page and project. */
export function WantedList({ wanted, now }: WantedListProps) {
  const t = useTranslations("settings.activity");
  const words = useActivityWords();
  if (!now) {
    return (
      <div aria-busy="true" className="mt-4 grid gap-3">
        <p role="status" className="sr-only">
          {t("looking")}
        </p>
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
      </div>
    );
  }
  const changing = wanted
    .map((one, index) => ({ ...one, before: now[index] ?? null }))
    .filter(({ before, value }) => !sameJson(before, value));
  if (changing.length === 0) return <p className="mt-4 font-medium">{t("nothing")}</p>;
  return (
    <div
      // Long lists scroll; a region that scrolls must be reachable by keyboard.
      role="group"
      tabIndex={0}
      aria-label={t("willChange", { count: changing.length })}
      className="mt-4 grid max-h-[50dvh] gap-4 overflow-y-auto rounded border border-line px-4 py-3"
    >
      {byDocument(changing).map(({ section, projectId, changes }) => (
        <section key={`${section} ${projectId}`}>
          <h3 className="text-xs font-medium text-ink-faint">
            {words.section(section)}
            {section === "dashboard" && (
              <>
                {" · "}
                <bdi>{words.scope({ section, projectId })}</bdi>
              </>
            )}
          </h3>
          <ul className="mt-1 grid gap-2">
            {changes.map(({ path, value, before }) => (
              <li key={path}>
                <p className="text-ink-soft">{words.title({ section, path })}</p>
                <ValueChange {...{ section, path, projectId, before }} after={value} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
