"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { usePageName } from "@/components/navigation/page-name";
import { useCurrentProject } from "@/components/workspace/current-project";
import { isAddressOf, isUnder, memberPages, settingsPageList, settingsRoot } from "@/lib/pages";
import { useWorkspace } from "@/components/workspace/workspace";
import { useLeadsAddress } from "@/components/session/use-leads-address";

/** The path to the open page. Its last part is the page itself and no link. */
export function Breadcrumb() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const project = useCurrentProject();
  const { rememberedId } = useWorkspace();
  const leads = useLeadsAddress();
  const page = usePageName();
  const projectId = page?.projectId ?? project?.id ?? rememberedId;
  const onLead = isAddressOf(memberPages.lead, pathname);
  const parent = isUnder(pathname, settingsRoot) ? (
    t("settings")
  ) : onLead && projectId ? (
    <Link href={leads(projectId)} className="tap rounded-sm hover:text-ink">
      {t("leads")}
    </Link>
  ) : null;
  const settingsPage = settingsPageList.find(({ address }) => isUnder(pathname, address));
  const here = settingsPage
    ? t(settingsPage.name)
    : onLead
      ? (page?.name ?? t("lead"))
      : isAddressOf(memberPages.leads, pathname)
        ? t("leads")
        : isAddressOf(memberPages.notifications, pathname)
          ? t("notifications")
          : (project?.name ?? t("dashboard"));
  return (
    <nav aria-label={t("breadcrumb")} className="hidden min-w-0 md:block">
      <ol className="flex items-center gap-2 text-md">
        {parent && <li className="whitespace-nowrap text-ink-soft">{parent}</li>}
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
