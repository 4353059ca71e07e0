import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { writeCursor, type LeadCursor } from "@/lib/leads/cursor";
import { leadsAddress, type LeadQuery } from "@/lib/leads/query";

type LeadsPagesProps = { projectId: string; query: LeadQuery; isFirst: boolean; next: LeadCursor | null };

/** The ways to the page that follows and back to the first: links, so that each page has an address of its own. */
export function LeadsPages({ projectId, query, isFirst, next }: LeadsPagesProps) {
  const t = useTranslations("leads");
  if (isFirst && !next) return null;
  return (
    <nav aria-label={t("pages")} className="mt-4 flex flex-wrap justify-center gap-3 print:hidden">
      {!isFirst && (
        <Link href={leadsAddress(projectId, query)} className={buttonClass()}>
          {t("newest")}
        </Link>
      )}
      {next && (
        <Link
          href={leadsAddress(projectId, query, writeCursor(next))}
          prefetch={false}
          className={buttonClass()}
        >
          {t("older")}
        </Link>
      )}
    </nav>
  );
}
