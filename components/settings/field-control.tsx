"use client";

import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { FormRow } from "@/lib/settings/form-model";
import type { Json } from "@/lib/settings/json";
import { ChoiceCards } from "./choice-cards";
import { choicePictures } from "./choice-pictures";
import { useSettingWords } from "./setting-words";

type FieldControlProps = { id: string; row: FormRow; value: Json; onChange: (value: Json) => void };

/** Whether the control wants a line of its own. */
export const isWide = ({ titleKey, control }: FormRow) =>
  control.kind === "choice" && titleKey in choicePictures;

/** Draws what the field's declaration asks for; a new field of a known kind needs nothing here. */
export function FieldControl({ id, row, value, onChange }: FieldControlProps) {
  const words = useSettingWords();
  const { titleKey, control } = row;
  const names = { "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-help` };
  if (control.kind === "toggle") return <Switch {...names} checked={value === true} onChange={onChange} />;
  if (control.kind === "milliseconds") {
    const current = Number(value);
    const offered = [...new Set([...control.options, current])].sort((a, b) => a - b);
    return (
      <Select {...names} value={current} onChange={(event) => onChange(Number(event.target.value))}>
        {offered.map((ms) => (
          <option key={ms} value={ms}>
            {words.duration(ms)}
          </option>
        ))}
      </Select>
    );
  }
  if (control.kind !== "choice") return null;
  const options = control.options.map((option) => ({ value: option, label: words.option(titleKey, option) }));
  const choice = { label: words.title(titleKey), value: String(value), options, onChange };
  return isWide(row) ? (
    <ChoiceCards {...choice} pictures={choicePictures[titleKey]} />
  ) : (
    <Segmented {...choice} />
  );
}
