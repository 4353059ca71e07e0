"use client";

import { BellOff, BellRing } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Followed } from "@/lib/notifications/follow/held";
import type { Standing, Subscription } from "@/lib/notifications/subscription";
import { paths } from "@/lib/paths";
import { useFollowWords } from "./use-follow-words";

export type ChangeStanding = (about: Followed, standing: Standing, wanted: Standing) => void;

/** A lead or a project that the person mutes or follows, until when, and the way back. */
export function FollowedRow({ row, onChange }: { row: Subscription; onChange: ChangeStanding }) {
  const t = useTranslations("follow.card");
  const words = useFollowWords();
  const { projects } = useWorkspace();
  const project = projects.find(({ id }) => id === row.project_id)?.name ?? t("someProject");
  const name = row.lead_id === null ? project : (row.lead_name ?? t("someLead"));
  const Icon = row.state === "muted" ? BellOff : BellRing;
  const about = { projectId: row.project_id, leadId: row.lead_id };
  return (
    <li ref={useFocusHandover<HTMLLIElement>()} className="flex items-start gap-3 px-5 py-(--row-y)">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">
            {row.lead_id === null ? (
              <bdi>{name}</bdi>
            ) : (
              <Link href={paths.lead(row.lead_id)} className="hover:underline">
                <bdi>{name}</bdi>
              </Link>
            )}
          </p>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            <span className="first-letter:uppercase">{words.state(row)}</span>
            <span>{row.lead_id === null ? t("wholeProject") : <bdi>{project}</bdi>}</span>
          </p>
        </div>
        <Button
          size="sm"
          aria-label={t("takeBackOf", { name: `\u2068${name}\u2069` })}
          onClick={() => onChange(about, { state: row.state, until: row.until }, null)}
        >
          {t("takeBack")}
        </Button>
      </div>
    </li>
  );
}
