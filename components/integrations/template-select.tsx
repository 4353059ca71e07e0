"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { FormControl } from "@/components/settings/forms/form-control";
import type { FormField } from "@/components/settings/forms/use-section-form";
import { Select } from "@/components/ui/select";
import { fieldId } from "@/lib/settings/form/field-id";
import { ConnectionsContext } from "./connections/connections-context";

type TemplateSelectProps = { field: FormField; path: string };

/** A template of the connected account by its name; written by hand while there is no list. */
export function TemplateSelect({ field, path }: TemplateSelectProps) {
  const t = useTranslations("settings.integrations.whatsapp.check");
  const templates = useContext(ConnectionsContext)?.whatsapp.card?.templates ?? [];
  const id = fieldId(path);
  if (templates.length === 0) return <FormControl id={id} field={field} />;
  const value = String(field.value);
  const names = new Set(templates.filter(({ missing }) => !missing).map(({ name }) => name));
  if (value !== "") names.add(value);
  return (
    <Select
      aria-labelledby={`${id}-title`}
      aria-describedby={field.problems.length > 0 ? `${id}-problem` : `${id}-help`}
      className="w-full sm:w-72"
      value={value}
      onChange={({ target }) => field.change(target.value)}
    >
      <option value="">{t("choose")}</option>
      {[...names].map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
