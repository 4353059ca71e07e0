import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { Heat } from "@/lib/vocabulary/heat";
import { writeFilter, type LeadFilter } from "@/lib/leads/filter";
import { writeCursor, type LeadCursor } from "@/lib/leads/page";
import { paths } from "@/lib/paths";

type LeadsPagesProps = {
  projectId: string;
  heat: Heat | null;
  filter: LeadFilter | null;
  isFirst: boolean;
  next: LeadCursor | null;
};

/** The ways to the older leads and back to the newest: links, so that each page has an address of its own. */
export function LeadsPages({ projectId, heat, filter, isFirst, next }: LeadsPagesProps) {
  const t = useTranslations("leads");
  const address = (before?: string) =>
    paths.leads(projectId, heat ?? undefined, before, filter ? writeFilter(filter) : undefined);
  if (isFirst && !next) return null;
  return (
    <nav aria-label={t("pages")} className="mt-4 flex flex-wrap justify-center gap-3">
      {!isFirst && (
        <Link href={address()} className={buttonClass()}>
          {t("newest")}
        </Link>
      )}
      {next && (
        <Link href={address(writeCursor(next))} prefetch={false} className={buttonClass()}>
          {t("older")}
        </Link>
      )}
    </nav>
  );
}
