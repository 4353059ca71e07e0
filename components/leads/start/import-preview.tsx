"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { importFields, type Mapping } from "@/lib/leads/import/columns";
import type { RowProblem } from "@/lib/leads/import/rows";
import type { ImportFile } from "./import-file";

type ImportPreviewProps = { file: ImportFile; onMap: (mapping: Mapping) => void };

/** So many are named; the others are of the same kinds. */
const mostNamed = 20;

/** Which column holds what, the first leads as they would be, and what cannot be added, by row and field. */
export function ImportPreview({ file: { headings, mapping, judged }, onMap }: ImportPreviewProps) {
  const t = useTranslations("leads");
  const { leads, problems, repeated } = judged;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {importFields.map((field) => (
          <Field key={field} label={t(field === "name" ? "add.name" : `columns.${field}`)}>
            {(control) => (
              <Select
                {...control}
                className="w-full"
                value={mapping[field] ?? ""}
                onChange={({ target: { value } }) =>
                  onMap({ ...mapping, [field]: value === "" ? null : Number(value) })
                }
              >
                <option value="">{t("import.noColumn")}</option>
                {headings.map((heading, at) => (
                  <option key={at} value={at}>
                    {heading.trim() || t("import.column", { at: at + 1 })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
      <p role="status" className="font-medium">
        {t("import.ready", { count: leads.length })}
        {repeated > 0 && ` ${t("import.repeated", { count: repeated })}`}
      </p>
      {leads.length > 0 && (
        <ul className="divide-y divide-line rounded border border-line">
          {leads.slice(0, 3).map(({ id, name, email, phone }) => (
            <li key={id} className="flex flex-wrap gap-x-3 px-3 py-2">
              <bdi className="font-medium">{name}</bdi>
              <bdi className="text-ink-soft">{email}</bdi>
              <bdi dir="ltr" className="text-ink-soft">
                {phone}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      <Problems problems={problems} />
    </>
  );
}

/** What keeps rows from being added. They are left out; the others are added. */
export function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const t = useTranslations("leads");
  if (problems.length === 0) return null;
  const rows = new Set(problems.map(({ row }) => row)).size;
  return (
    <section aria-labelledby="import-problems">
      <h3 id="import-problems" className="font-medium text-danger">
        {t("import.problems", { count: rows })}
      </h3>
      <ul className="mt-1 text-ink-soft">
        {problems.slice(0, mostNamed).map(({ row, field, problem }) => (
          <li key={`${row} ${field}`}>
            {t("import.problem", {
              row,
              field: t(field === "name" ? "add.name" : `columns.${field}`),
              problem: t(`add.problems.${problem}`),
            })}
          </li>
        ))}
        {problems.length > mostNamed && <li>{t("import.more", { count: problems.length - mostNamed })}</li>}
      </ul>
    </section>
  );
}
