import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setSubscription } from "@/app/actions/subscriptions";
import { FollowedLater } from "@/components/notifications/follow/followed-later";
import { NotificationSettingsForm } from "@/components/settings/notifications/notification-settings-form";
import { getIdentity } from "@/lib/auth";
import { configuredChannels } from "@/lib/notifications/destinations/platform";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.notifications"))("pageTitle") };
}

export default async function NotificationSettingsPage() {
  const identity = await getIdentity();
  if (!identity) redirect(paths.signIn(paths.settings.notifications()));
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <NotificationSettingsForm sends={configuredChannels()} />
      <FollowedLater page={{ userId: identity.userId, setSubscription }} />
    </div>
  );
}
