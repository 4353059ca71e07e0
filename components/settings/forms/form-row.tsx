"use client";

import { CircleAlert, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingsRow } from "@/components/settings/settings-row";
import { useSettingWords } from "@/components/settings/setting-words";
import { useValueWords } from "@/components/settings/value-words";
import { fieldId } from "@/lib/settings/form/field-id";
import type { Source } from "@/lib/settings/resolve";
import { FormControl, isBelow } from "./form-control";
import type { SectionForm } from "./use-section-form";

type FormRowProps = {
  form: SectionForm;
  path: string;
  source: Source;
  /** Takes the person's own value away; at once, and not with the form. */
  onReset: (path: string) => void;
  /** In place of the control that the field's kind has; it gets a line of its own. */
  control?: ReactNode;
  /** What belongs under the control: a preview. */
  children?: ReactNode;
};

/** One field of a form that is saved as a whole: where its value comes from, and what stands against it. */
export function FormRow({ form, path, source, onReset, control, children }: FormRowProps) {
  const t = useTranslations("settings.form");
  const words = useSettingWords();
  const valueWords = useValueWords();
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
      source={source}
      own={source === "user"}
      onReset={putBack}
      wide={wide}
      control={
        <div className={wide ? "grid w-full gap-2" : "grid shrink-0 justify-items-end gap-2"}>
          {control ?? <FormControl id={id} field={field} />}
          {field.problems.map(({ text }) => (
            <p
              key={text}
              id={`${id}-problem`}
              role="alert"
              className="flex gap-1.5 text-sm text-danger [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0"
            >
              <CircleAlert aria-hidden="true" />
              {text}
            </p>
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
