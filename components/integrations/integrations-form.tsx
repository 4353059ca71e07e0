"use client";

import { useTranslations } from "next-intl";
import { FormRow } from "@/components/settings/forms/form-row";
import { SectionFormFrame } from "@/components/settings/forms/section-form-frame";
import type { SectionForm } from "@/components/settings/forms/use-section-form";
import { providers } from "@/lib/integrations/registry";
import type { Provenance } from "@/lib/settings/resolve";
import { IntegrationCard } from "./integration-card";
import { MeetingTypeNote } from "./meeting-type-note";
import { fieldsOf } from "./provider-fields";
import { SignaturePreview } from "./signature-preview";

const signature = "integration_settings.email.signature";
const meetingType = "integration_settings.calendly.defaultMeetingType";

type IntegrationsFormProps = {
  form: SectionForm;
  provenance: Provenance;
  onReset: (path: string) => void;
};

/** A card for each provider of the registry, with its settings. */
export function IntegrationsForm({ form, provenance, onReset }: IntegrationsFormProps) {
  const t = useTranslations("settings.integrations");
  const text = (path: string) => String(form.field(path).value ?? "");
  return (
    <SectionFormFrame form={form} label={t("title")}>
      {providers.map((provider) => (
        <IntegrationCard key={provider.name} provider={provider}>
          {fieldsOf(provider.name).map((path) => (
            <FormRow
              key={path}
              form={form}
              path={path}
              layer={provenance[path] ?? "default"}
              onReset={onReset}
            >
              {path === signature && (
                <SignaturePreview
                  from={text("integration_settings.email.from")}
                  signature={text(signature)}
                />
              )}
              {path === meetingType && <MeetingTypeNote wanted={text(path)} />}
            </FormRow>
          ))}
        </IntegrationCard>
      ))}
    </SectionFormFrame>
  );
}
