import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreferencesForm } from "@/components/settings/preferences-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.preferences"))("pageTitle") };
}

export default function PreferencesPage() {
  return <PreferencesForm />;
}
