"use client";

import type { ComponentType } from "react";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { optionsKeyOf } from "@/lib/settings/fields";
import type { FormRow } from "@/lib/settings/form/form-model";
import type { Json } from "@/lib/settings/json";
import { ChoiceCards } from "./choice-cards";
import { choicePictures } from "./choice-pictures";
import type { SettingWords } from "./setting-words";

export type FieldControlProps = {
  id: string;
  row: FormRow;
  value: Json;
  words: SettingWords;
  onChange: (value: Json) => void;
};

/** Whether the control needs a line of its own. */
export const isWide = ({ titleKey, control }: FormRow) =>
  control.kind === "text" || (control.kind === "choice" && titleKey in choicePictures);

/**
 * Draws the control that the field's declaration names; a new field of a known kind needs no code here. `More` draws
 * the kinds that are none of a page's without it: `LongControl`.
 */
export function FieldControl({
  More,
  ...props
}: FieldControlProps & { More: ComponentType<FieldControlProps> | undefined }) {
  const { id, row, value, words, onChange } = props;
  const { titleKey, control } = row;
  const names = { "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-help` };
  const label = words.title(titleKey);
  switch (control.kind) {
    case "toggle":
      return <Switch {...names} checked={value === true} onChange={onChange} />;
    case "milliseconds": {
      const offered = [...new Set([...control.options, Number(value)])].sort((a, b) => a - b);
      const options = offered.map((ms) => ({ value: String(ms), label: words.duration(ms) }));
      return <SelectOne {...names} value={value} options={options} onChange={(ms) => onChange(Number(ms))} />;
    }
    case "percent": {
      const options = control.options.map((each) => ({ value: String(each), label: words.percent(each) }));
      const change = (percent: string) => onChange(Number(percent));
      return <Segmented label={label} value={String(value)} options={options} onChange={change} />;
    }
    case "choice": {
      const options = control.options.map((each) => ({
        value: each,
        label: words.option(optionsKeyOf(row), each),
      }));
      const choice = { label, value: String(value), options, onChange };
      if (titleKey in choicePictures) return <ChoiceCards {...choice} pictures={choicePictures[titleKey]} />;
      return fitsInLine(options) ? <Segmented {...choice} /> : <SelectOne {...names} {...choice} />;
    }
    default:
      return More ? <More {...props} /> : null;
  }
}

type Option = { value: string; label: string };

/** Whether all options fit beside the title on a narrow form; otherwise they are in a list that opens. */
const fitsInLine = (options: readonly Option[]) =>
  options.length <= 4 && options.map(({ label }) => label).join("").length <= 36;

type SelectOneProps = {
  "aria-labelledby": string;
  "aria-describedby": string;
  value: Json;
  options: readonly Option[];
  onChange: (value: string) => void;
};

const SelectOne = ({ value, options, onChange, ...names }: SelectOneProps) => (
  <Select
    aria-labelledby={names["aria-labelledby"]}
    aria-describedby={names["aria-describedby"]}
    value={String(value)}
    onChange={(event) => onChange(event.target.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </Select>
);
