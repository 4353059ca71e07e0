"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCurrentProject } from "@/components/workspace/current-project";
import { isUnder } from "@/components/navigation/nav-items";
import { settingsPages } from "@/components/navigation/settings-pages";
import { useWorkspace } from "@/components/workspace/workspace";
import { useLeadsAddress } from "@/components/session/use-leads-address";

/** Where the page stands. The last part is the page itself and no link. */
export function Breadcrumb() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const project = useCurrentProject();
  const { rememberedId } = useWorkspace();
  const leads = useLeadsAddress();
  const projectId = project?.id ?? rememberedId;
  const onLead = pathname.startsWith("/leads/");
  const parent = isUnder(pathname, "/settings") ? (
    t("settings")
  ) : onLead && projectId ? (
    <Link href={leads(projectId)} className="tap rounded-sm hover:text-ink">
      {t("leads")}
    </Link>
  ) : null;
  const settingsPage = settingsPages.find(({ href }) => isUnder(pathname, href));
  const here = settingsPage
    ? t(settingsPage.title)
    : onLead
      ? t("lead")
      : isUnder(pathname, "/leads")
        ? t("leads")
        : (project?.name ?? t("dashboard"));
  return (
    <nav aria-label={t("breadcrumb")} className="hidden min-w-0 md:block">
      <ol className="flex items-center gap-2 text-md">
        {parent && <li className="text-ink-soft">{parent}</li>}
        {parent && (
          <li aria-hidden="true" className="text-ink-faint">
            {"/"}
          </li>
        )}
        <li aria-current="page" className="truncate font-semibold">
          <bdi>{here}</bdi>
        </li>
      </ol>
    </nav>
  );
}
