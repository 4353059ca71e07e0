"use client";

import { Check, CloudAlert, CloudOff, Split, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { SyncStatus as Status } from "@/lib/settings/client/sync";

const looks = {
  saved: { icon: Check, tone: "text-positive" },
  // The same icon without its stroke, in a ring: the state changes without adding or removing an element.
  saving: { icon: Check, tone: "rounded-full text-transparent inset-ring-2 inset-ring-line-control" },
  kept: { icon: CloudOff, tone: "text-caution" },
  onlyHere: { icon: CloudAlert, tone: "text-danger" },
  not_saved: { icon: TriangleAlert, tone: "text-danger" },
  conflict: { icon: Split, tone: "text-caution" },
};

type SyncStatusProps = {
  kind: Status["kind"];
  waiting: number;
  /** Waiting edits survive closing this tab. */
  durable: boolean;
};

/**
 * The state of saving in one line; empty while the state is unknown. Announced politely; a phone shows the icon alone.
 * The line changes in the frame of every press, so it has a box of fixed size where there is room for one that holds the
 * longest words: nothing around it is laid out again.
 */
export function SyncStatus({ kind, waiting, durable }: SyncStatusProps) {
  const t = useTranslations("sync");
  const said = kind === "kept" && !durable ? "onlyHere" : kind;
  // Where letters are large on a phone, only what needs the person takes room from the name of the project.
  const isWell = said === "looking" || said === "saved" || said === "saving";
  // Words without a number are not formatted: they change in the frame of every press.
  const words = (known: keyof typeof looks) =>
    known === "kept" || known === "onlyHere" ? t(known, { count: waiting }) : t(known);
  return (
    <div className={cn("max-sm:w-4 xl:w-88", isWell && "@max-[20rem]:sr-only")}>
      <p
        role="status"
        aria-label={t("label")}
        className="relative flex h-6 items-center gap-1.5 text-sm whitespace-nowrap text-ink-soft max-sm:contain-strict xl:justify-end xl:contain-strict"
      >
        {said !== "looking" && (
          <>
            <Look {...looks[said]} />
            <span className="max-sm:sr-only">{words(said)}</span>
          </>
        )}
      </p>
    </div>
  );
}

const Look = ({ icon: Icon, tone }: { icon: LucideIcon; tone: string }) => (
  <Icon aria-hidden="true" className={cn("size-4 shrink-0", tone)} />
);
