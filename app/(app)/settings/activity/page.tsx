import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActivityScreen } from "@/components/activity/activity-screen";
import { readFilter } from "@/lib/audit/filter";
import { loadActivity } from "@/lib/audit/service";
import { getIdentity } from "@/lib/auth";
import { paths } from "@/lib/paths";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.activity"))("pageTitle") };
}

/** `?section=`, `?source=` and `?setting=` narrow the list. */
export default async function ActivityPage({ searchParams }: PageProps) {
  const [identity, search] = await Promise.all([getIdentity(), searchParams]);
  if (!identity) redirect(paths.signIn(paths.settings.activity()));
  return <ActivityScreen userId={identity.userId} initial={await loadActivity(readFilter(search))} />;
}
