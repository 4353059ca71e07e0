"use client";

import { useSettingWords } from "@/components/settings/setting-words";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { optionsKeyOf } from "@/lib/settings/fields";
import type { FormField } from "./use-section-form";

type FormControlProps = { id: string; field: FormField };

/** Whether the control stands below its title, where it has enough width on a phone too. */
export const isBelow = ({ field }: FormField) => field.control.kind !== "toggle";

/** The control of a field in a form that is saved as a whole. */
export function FormControl({ id, field: { field, value, change, problems } }: FormControlProps) {
  const words = useSettingWords();
  const { control } = field;
  const names = {
    "aria-labelledby": `${id}-title`,
    "aria-describedby": problems.length > 0 ? `${id}-problem` : `${id}-help`,
    "aria-invalid": problems.length > 0 || undefined,
  };
  if (control.kind === "toggle") return <Switch {...names} checked={value === true} onChange={change} />;
  if (control.kind === "choice") {
    return (
      <Select
        {...names}
        className="w-full sm:w-72"
        value={String(value)}
        onChange={(event) => change(event.target.value)}
      >
        {control.options.map((option) => (
          <option key={option} value={option}>
            {words.option(optionsKeyOf(field), option)}
          </option>
        ))}
      </Select>
    );
  }
  if (control.kind !== "text") return null;
  const text = { ...names, dir: "auto", value: String(value) };
  return control.multiline ? (
    <Textarea {...text} onChange={(event) => change(event.target.value)} />
  ) : (
    <Input
      {...text}
      className="sm:max-w-md"
      autoComplete="off"
      onChange={(event) => change(event.target.value)}
    />
  );
}
