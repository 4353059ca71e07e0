import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IntegrationSettings } from "@/components/integrations/integration-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.integrations"))("pageTitle") };
}

export default function IntegrationsPage() {
  return <IntegrationSettings />;
}
