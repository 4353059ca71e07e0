"use client";

import { Split } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProblemLine } from "@/components/settings/problem-line";
import { SettingsRow } from "@/components/settings/settings-row";
import { useBackWords } from "@/components/settings/use-back-words";
import { useSettingWords } from "@/components/settings/setting-words";
import { useValueWords } from "@/components/settings/value-words";
import { fieldId } from "@/lib/settings/form/field-id";
import type { LayerName } from "@/lib/settings/resolve";
import { FormControl, isBelow } from "./form-control";
import type { SectionForm } from "./use-section-form";

type FormRowProps = {
  form: SectionForm;
  path: string;
  layer: LayerName;
  /** Resets the field to its inherited value, at once and not with the form. */
  onReset: (path: string) => void;
  /** Replaces the control of the field's kind; gets a line of its own. */
  control?: ReactNode;
  /** Stands below the control, as a preview does. */
  children?: ReactNode;
};

/** A row of a form that is saved as a whole: the field, the layer that its value comes from, and its problems. */
export function FormRow({ form, path, layer, onReset, control, children }: FormRowProps) {
  const t = useTranslations("settings.form");
  const words = useSettingWords();
  const valueWords = useValueWords();
  const backWords = useBackWords(valueWords);
  const field = form.field(path);
  const { titleKey } = field.field;
  const id = fieldId(path);
  const wide = control !== undefined || isBelow(field);
  const putBack = () => {
    form.discard([path]);
    onReset(path);
  };
  return (
    <SettingsRow
      id={id}
      title={words.title(titleKey)}
      help={words.help(titleKey)}
      layer={layer}
      own={layer === "user"}
      onReset={putBack}
      back={layer === "user" ? backWords(field.field, { value: field.field.default, layer: "default" }) : ""}
      wide={wide}
      control={
        <div
          className={
            wide ? "grid w-full grid-cols-[minmax(0,1fr)] gap-2" : "grid shrink-0 justify-items-end gap-2"
          }
        >
          {control ?? <FormControl id={id} field={field} />}
          {field.problems.map(({ text }) => (
            <ProblemLine key={text} id={`${id}-problem`} text={text} />
          ))}
          {field.elsewhere !== undefined && (
            <p
              role="status"
              className="flex flex-wrap gap-x-1.5 text-sm text-ink-soft [&_svg]:mt-0.5 [&_svg]:size-3.5"
            >
              <Split aria-hidden="true" className="shrink-0 text-caution" />
              <span className="min-w-0 grow basis-48">
                {t("elsewhere", { value: valueWords(field.field, field.elsewhere) })}
              </span>
              <button
                type="button"
                className="tap font-medium text-accent hover:underline"
                onClick={() => form.discard([path])}
              >
                {t("takeTheirs")}
              </button>
            </p>
          )}
          {children}
        </div>
      }
    />
  );
}
