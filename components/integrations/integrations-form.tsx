"use client";

import { useTranslations } from "next-intl";
import { FormRow } from "@/components/settings/forms/form-row";
import { SectionFormFrame } from "@/components/settings/forms/section-form-frame";
import type { SectionForm } from "@/components/settings/forms/use-section-form";
import type { Manifest } from "@/lib/integrations/contract/declaration";
import type { Provenance } from "@/lib/settings/resolve";
import type { Standing } from "./gallery";
import { IntegrationCard } from "./integration-card";
import { MeetingTypeNote } from "./meeting-type-note";
import { fieldsOf } from "./provider-fields";
import { SignaturePreview } from "./signature-preview";
import { SignatureWords } from "./signature-words";
import { NumberFacts } from "./whatsapp-number";
import { TemplateCheck } from "./template-check";
import { TemplateSelect } from "./template-select";

/** Connecting chooses it, so that nobody need be told that it is theirs. */
const chosenByConnecting = "integration_settings.email.provider";
const signature = "integration_settings.email.signature";
const templateLanguage = "integration_settings.whatsapp.templates.language";
const templatePaths = ["firstContact", "followUp"].map(
  (kind) => `integration_settings.whatsapp.templates.${kind}`,
);
const meetingType = "integration_settings.calendly.defaultMeetingType";

/** `own`: without what is connected for everybody in a project, which brings no settings of the person. */
export type ShownProvider = Readonly<{ provider: Manifest; standing: Standing; own: Standing }>;

type IntegrationsFormProps = {
  shown: readonly ShownProvider[];
  form: SectionForm;
  provenance: Provenance;
  onReset: (path: string) => void;
};

/** The cards of the gallery: what is in use, what can be, and what cannot in this version. The settings of a provider that is still to be connected come with connecting it. */
export function IntegrationsForm({ shown, form, provenance, onReset }: IntegrationsFormProps) {
  const t = useTranslations("settings.integrations");
  const text = (path: string) => String(form.field(path).value ?? "");
  const cards = shown
    .map((each) => ({ ...each, ...partsOf(each, form.changed) }))
    .sort((one, other) => one.rank - other.rank);
  return (
    <SectionFormFrame form={form} label={t("title")}>
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 @min-[40rem]:grid-cols-2">
          {cards.map(({ provider, standing, fields, later, isWide }) => (
            <IntegrationCard key={provider.name} {...{ provider, standing, later, isWide }}>
              {provider.name === "whatsapp" && <NumberFacts />}
              {fields.map((path) => (
                <FormRow
                  key={path}
                  form={form}
                  path={path}
                  layer={(path !== chosenByConnecting && provenance[path]) || "default"}
                  onReset={onReset}
                  control={
                    templatePaths.includes(path) ? (
                      <TemplateSelect field={form.field(path)} path={path} />
                    ) : undefined
                  }
                >
                  {path === signature && (
                    <>
                      <SignatureWords path={path} value={text(path)} onChange={form.field(path).change} />
                      <SignaturePreview
                        from={text("integration_settings.email.from")}
                        signature={text(path)}
                        isOurs={text("integration_settings.email.provider") === "platform"}
                      />
                    </>
                  )}
                  {templatePaths.includes(path) && (
                    <TemplateCheck name={text(path)} language={text(templateLanguage)} />
                  )}
                  {path === meetingType && <MeetingTypeNote wanted={text(path)} />}
                </FormRow>
              ))}
            </IntegrationCard>
          ))}
        </div>
      </div>
    </SectionFormFrame>
  );
}

/** Which settings are on the card, and which come later. A card with a connection or with settings takes the whole row. */
function partsOf({ provider: { name, connect }, standing, own }: ShownProvider, changed: readonly string[]) {
  const all = fieldsOf(name);
  const isLater = own === "available" && !all.some((path) => changed.includes(path));
  const fields = isLater ? [] : all;
  const isInUse = standing === "connected" || standing === "attention";
  const isWide = fields.length > 0 || (isInUse && connect?.by !== "link");
  const rank = isInUse && isWide ? 0 : isWide ? 2 : 1;
  return { fields, later: isLater ? all : [], isWide, rank };
}
