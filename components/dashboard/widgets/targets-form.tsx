"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PopoverContent } from "@/components/ui/popover";
import { useFormats } from "@/components/ui/use-formats";
import type { Popup } from "@/components/ui/use-popup";
import type { Panel } from "@/lib/leads/panels";
import { mapOf } from "@/lib/settings/fields";
import { writeDay } from "@/lib/time/calendar";
import { civilDay } from "@/lib/time/civil-days";
import { highestTarget, targetMetrics, type TargetMetric } from "@/lib/vocabulary/targets";
import type { TargetsEditor } from "./targets-editor";

export type TargetsFormProps = {
  data: Panel<"performanceTargets">;
  own: Readonly<Record<TargetMetric, number>>;
  month: string;
  projectId: string;
  editor: TargetsEditor;
};

/** A number of each metric for the project, where the person leads it, and one of their own. Empty: no target. */
export function TargetsForm({ popup, ...props }: TargetsFormProps & { popup: Popup }) {
  const t = useTranslations("dashboard.performanceTargets");
  return (
    <PopoverContent popup={popup} align="start" aria-label={t("edit")} className="w-96">
      <Form {...props} onClose={() => popup.onOpenChange(false)} />
    </PopoverContent>
  );
}

function Form({ data, own, month, projectId, editor, onClose }: TargetsFormProps & { onClose: () => void }) {
  const t = useTranslations("dashboard.performanceTargets");
  const { zone, monthOfYear } = useFormats();
  const [failed, setFailed] = useState(false);
  const [saving, setSaving] = useState(false);
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const amountOf = (name: string) => Number(form.get(name) ?? 0);
    const changed = Object.fromEntries(
      targetMetrics
        .filter((metric) => amountOf(`own-${metric}`) !== own[metric])
        .map((metric) => [metric, amountOf(`own-${metric}`)]),
    );
    if (Object.keys(changed).length > 0) editor.setOwn(changed);
    if (data.mayEdit) {
      setSaving(true);
      const targets = mapOf(targetMetrics, (metric) => amountOf(`project-${metric}`) || null);
      const day = writeDay(civilDay(Date.parse(month), zone));
      const answer = await editor.setProject({ projectId, month: day, targets });
      setSaving(false);
      setFailed(!answer.ok);
      if (!answer.ok) return;
      editor.onChanged();
    }
    onClose();
  }
  return (
    <form onSubmit={(event) => void save(event)} className="grid gap-4 p-4">
      <h2 className="font-medium">{t("formTitle", { month: monthOfYear(Date.parse(month)) })}</h2>
      <table className="w-full">
        <thead>
          <tr className="text-start text-sm text-ink-soft">
            <th scope="col" className="sr-only">
              {t("metric")}
            </th>
            {data.mayEdit && <Head>{t("project")}</Head>}
            <Head>{t("own")}</Head>
          </tr>
        </thead>
        <tbody>
          {data.metrics.map(({ metric, target }) => (
            <tr key={metric}>
              <th scope="row" className="pe-3 text-start font-normal">
                {t(`metrics.${metric}`)}
              </th>
              {data.mayEdit && (
                <Amount
                  name={`project-${metric}`}
                  label={`${t(`metrics.${metric}`)}, ${t("project")}`}
                  value={target ?? 0}
                />
              )}
              <Amount
                name={`own-${metric}`}
                label={`${t(`metrics.${metric}`)}, ${t("own")}`}
                value={own[metric]}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-ink-soft">{t(data.mayEdit ? "formHelp" : "formHelpOwn")}</p>
      {failed && (
        <p role="alert" className="text-sm text-danger">
          {t("notSaved")}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="submit" variant="primary" disabled={saving}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

const Head = ({ children }: { children: string }) => (
  <th scope="col" className="ps-2 pb-1.5 text-start font-medium">
    {children}
  </th>
);

const Amount = ({ name, label, value }: { name: string; label: string; value: number }) => (
  <td className="w-28 py-1 ps-2">
    <Input
      name={name}
      aria-label={label}
      type="number"
      inputMode="numeric"
      min={0}
      max={highestTarget}
      step={1}
      defaultValue={value || ""}
    />
  </td>
);
