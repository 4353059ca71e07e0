"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ShownTemplate } from "@/lib/integrations/whatsapp/shown";
import { filledIn, valuesFor } from "@/lib/integrations/whatsapp/template-choice";

type TemplateFieldsProps = {
  templates: readonly ShownTemplate[];
  suggested: ShownTemplate | null;
  leadName: string;
};

const keyOf = ({ name, language }: ShownTemplate) => `${name} ${language}`;

/** Which template, what stands in it, and what the lead will read. */
export function TemplateFields({ templates, suggested, leadName }: TemplateFieldsProps) {
  const t = useTranslations("leads.whatsapp");
  const { user } = useWorkspace();
  const [chosen, setChosen] = useState("");
  const [written, setWritten] = useState<Record<string, string>>({});
  const template = templates.find((each) => keyOf(each) === chosen) ?? suggested;
  if (!template) return null;
  const values = { ...valuesFor(template, leadName, user.name), ...written };
  const choose = (key: string) => {
    setChosen(key);
    setWritten({});
  };
  return (
    <>
      <Field label={t("template")}>
        {(control) => (
          <Select
            {...control}
            name="template"
            value={keyOf(template)}
            onChange={({ target }) => choose(target.value)}
          >
            {templates.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {`${each.name} (${each.language})`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {template.parameters.map((key) => (
        <Field key={key} label={t("value", { name: key })}>
          {(control) => (
            <Input
              {...control}
              name={`value-${key}`}
              dir="auto"
              required
              maxLength={1000}
              value={values[key] ?? ""}
              onChange={({ target }) => setWritten({ ...written, [key]: target.value })}
            />
          )}
        </Field>
      ))}
      <p
        dir="auto"
        className="rounded border border-line bg-paper px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap"
      >
        {filledIn(template.body, values)}
      </p>
    </>
  );
}
