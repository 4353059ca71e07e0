import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationSettingsForm } from "@/components/settings/notifications/notification-settings-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.notifications"))("pageTitle") };
}

export default function NotificationSettingsPage() {
  return <NotificationSettingsForm />;
}
