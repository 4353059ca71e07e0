import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setSubscription } from "@/app/actions/subscriptions";
import { InboxScreen } from "@/components/inbox/inbox-screen";
import { getIdentity } from "@/lib/auth";
import { openedIn, readQuery } from "@/lib/notifications/inbox/query";
import { loadInbox } from "@/lib/notifications/inbox/service";
import { paths } from "@/lib/paths";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** `?view=`, `?about=` (a project), `?category=` and `?q=` narrow the list; `?open=` leads to one. */
export default async function NotificationsPage({ searchParams }: PageProps) {
  const [identity, search] = await Promise.all([getIdentity(), searchParams]);
  if (!identity) redirect(paths.signIn(paths.notifications()));
  const initial = await loadInbox({ query: readQuery(search), open: openedIn(search) });
  return <InboxScreen userId={identity.userId} initial={initial} setSubscription={setSubscription} />;
}
