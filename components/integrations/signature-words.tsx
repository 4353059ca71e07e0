"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { fieldId } from "@/lib/settings/form/field-id";
import { signatureVariables, type SignatureVariable } from "@/lib/vocabulary/signature-variables";

type SignatureWordsProps = { path: string; value: string; onChange: (value: string) => void };

/** The words that a signature may have filled in. A press puts one where the person was writing. */
export function SignatureWords({ path, value, onChange }: SignatureWordsProps) {
  const t = useTranslations("settings.integrations.insert");
  function insert(variable: SignatureVariable) {
    const field = document.getElementById(fieldId(path))?.querySelector("textarea");
    const [start, end] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length];
    onChange(`${value.slice(0, start)}{{${variable}}}${value.slice(end)}`);
    field?.focus();
  }
  return (
    <div role="group" aria-label={t("label")} className="flex flex-wrap gap-2">
      {signatureVariables.map((variable) => (
        <Button key={variable} size="sm" onClick={() => insert(variable)}>
          <Plus aria-hidden="true" />
          {t(variable)}
        </Button>
      ))}
    </div>
  );
}
