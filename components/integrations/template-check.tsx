"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ShownTemplate } from "@/lib/integrations/whatsapp/shown";
import {
  filledIn,
  judgeTemplate,
  languagesFor,
  valuesFor,
} from "@/lib/integrations/whatsapp/template-choice";
import { localeNames, type Locale } from "@/lib/vocabulary/locales";
import { ConnectionsContext } from "./connections/connections-context";

type TemplateCheckProps = { name: string; language: string };

/** What a lead would read, in each language that is needed, or why the template cannot be sent: before it is saved. */
export function TemplateCheck({ name, language }: TemplateCheckProps) {
  const templates = useContext(ConnectionsContext)?.whatsapp.card?.templates ?? [];
  if (templates.length === 0 || name.trim() === "") return null;
  return (
    <ul role="status" className="grid gap-2 text-sm">
      {languagesFor(language).map((locale) => (
        <Verdict key={locale} templates={templates} name={name} locale={locale} />
      ))}
    </ul>
  );
}

type VerdictProps = { templates: readonly ShownTemplate[]; name: string; locale: Locale };

function Verdict({ templates, name, locale }: VerdictProps) {
  const t = useTranslations("settings.integrations.whatsapp.check");
  const { user } = useWorkspace();
  const judged = judgeTemplate(templates, name, locale);
  const isGood = judged.verdict === "good";
  const Icon = isGood ? CircleCheck : CircleAlert;
  const status = judged.verdict === "notApproved" ? judged.status : "";
  const details = { status, needs: judged.verdict === "values" ? judged.needs : 0 };
  const inWords = `statuses.${status}`;
  return (
    <li className="grid gap-1">
      <span className={`flex gap-1.5 ${isGood ? "text-ink-soft" : "text-caution"}`}>
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>
          <bdi>{localeNames[locale]}</bdi>: {t.has(inWords) ? t(inWords) : t(judged.verdict, details)}
        </span>
      </span>
      {isGood && (
        <p
          dir="auto"
          lang={locale}
          className="rounded border border-line bg-paper px-3 py-2 wrap-anywhere whitespace-pre-wrap"
        >
          {filledIn(judged.template.body, valuesFor(judged.template, t("sampleLead"), user.name))}
        </p>
      )}
    </li>
  );
}
