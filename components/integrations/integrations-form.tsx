"use client";

import { CalendarClock, Mail, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormRow } from "@/components/settings/forms/form-row";
import { SectionFormFrame } from "@/components/settings/forms/section-form-frame";
import type { SectionForm } from "@/components/settings/forms/use-section-form";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import type { Provenance } from "@/lib/settings/resolve";
import { IntegrationCard, type Provider } from "./integration-card";
import { SignaturePreview } from "./signature-preview";

const fields = {
  calendly: ["enabled", "autoSync", "defaultMeetingType", "bookingNotifications"],
  whatsapp: ["enabled", "messageSync", "templates.language", "templates.firstContact", "templates.followUp"],
  email: ["provider", "from", "signature"],
} as const satisfies Record<Provider, readonly string[]>;

const providers = [
  { name: "calendly", icon: CalendarClock },
  { name: "whatsapp", icon: MessageCircle },
  { name: "email", icon: Mail },
] as const;

const pathsOf = (provider: Provider) =>
  fields[provider].map((key) => `integration_settings.${provider}.${key}`);
const signature = "integration_settings.email.signature";

/** Every field of the page, in its order: one form, because a person sets up several of them in one go. */
export const integrationPaths = providers.flatMap(({ name }) => pathsOf(name));

type IntegrationsFormProps = {
  form: SectionForm;
  provenance: Provenance;
  onReset: (path: string) => void;
};

export function IntegrationsForm({ form, provenance, onReset }: IntegrationsFormProps) {
  const t = useTranslations("settings.integrations");
  const text = (path: string) => String(form.field(path).value ?? "");
  return (
    <SectionFormFrame form={form} label={t("title")}>
      {providers.map(({ name, icon }) => (
        <IntegrationCard key={name} provider={name} icon={icon}>
          {pathsOf(name).map((path) => (
            <FormRow
              key={path}
              form={form}
              path={path}
              source={provenance[path] ?? "default"}
              onReset={onReset}
            >
              {path === signature && (
                <SignaturePreview
                  from={text("integration_settings.email.from")}
                  signature={text(signature)}
                />
              )}
            </FormRow>
          ))}
        </IntegrationCard>
      ))}
      <IntegrationCard provider="push" icon={channelIcons.push} />
      <IntegrationCard provider="sms" icon={channelIcons.sms} />
    </SectionFormFrame>
  );
}
