"use client";

import { useTranslations } from "next-intl";
import { memo, useId, type ComponentType, type ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { fieldId } from "@/lib/settings/form/field-id";
import type { FormGroup, FormRow } from "@/lib/settings/form/form-model";
import type { Json } from "@/lib/settings/json";
import type { Provenance, LayerName } from "@/lib/settings/resolve";
import { FieldControl, isWide, type FieldControlProps } from "./field-control";
import type { ValueWords } from "./plain-words";
import { useSettingWords, type SettingWords } from "./setting-words";
import { SettingsRow } from "./settings-row";
import { useBackWords, type Inherited } from "./use-back-words";

type SettingsCardProps = {
  group: FormGroup;
  valueAt: (path: string) => Json;
  provenance: Provenance;
  /** The layer that the page edits, and what a field has without it. */
  scope: LayerName;
  inherited: (path: string) => Inherited;
  onChange: (row: FormRow, value: Json) => void;
  /** Left out where one switch for the whole group makes no sense. */
  onChangeAll?: (group: FormGroup, on: boolean) => void;
  onReset: (row: FormRow) => void;
  valueWords: ValueWords;
  /** Draws the controls of kinds that `FieldControl` does not; left out where the page has none of them. */
  More?: ComponentType<FieldControlProps>;
  /** Stands between heading and rows, as an example of the chosen formats does. */
  children?: ReactNode;
};

/**
 * A card for a group of fields, with a row for each. A group of switches has a switch for all of them in its heading.
 */
export function SettingsCard(props: SettingsCardProps) {
  const { group, valueAt, provenance, scope, inherited, onChange, onChangeAll, onReset } = props;
  const { valueWords, More, children } = props;
  const id = useId();
  const t = useTranslations("settings");
  const words = useSettingWords();
  const backWords = useBackWords(valueWords);
  const switches = onChangeAll && group.rows.every((row) => row.control.kind === "toggle");
  const on = group.rows.filter((row) => valueAt(row.path) === true).length;
  const all = on === group.rows.length ? true : on === 0 ? false : "mixed";
  return (
    <Card aria-labelledby={id} className="divide-y divide-line">
      <CardHeader
        id={id}
        title={words.group(group.key)}
        description={words.groupHelp(group.key)}
        action={
          switches && (
            <Switch
              checked={all}
              onChange={(wanted) => onChangeAll(group, wanted)}
              aria-label={t("all", { group: words.group(group.key) })}
              className="mt-2"
            />
          )
        }
      />
      {children}
      {group.rows.map((row) => {
        const layer = provenance[row.path] ?? "default";
        return (
          <FieldRow
            key={row.path}
            row={row}
            words={words}
            value={valueAt(row.path)}
            layer={layer}
            own={layer === scope}
            back={layer === scope ? backWords(row, inherited(row.path)) : ""}
            lacksNeeded={row.needs !== undefined && valueAt(row.needs.path) !== true}
            onChange={onChange}
            onReset={onReset}
            More={More}
          />
        );
      })}
    </Card>
  );
}

type FieldRowProps = Pick<SettingsCardProps, "onChange" | "onReset"> & {
  row: FormRow;
  /** Those of the card: each row would have to look them up. */
  words: SettingWords;
  value: Json;
  layer: LayerName;
  own: boolean;
  /** What it goes back to, in words. */
  back: string;
  /** The field needs another setting, which is off. */
  lacksNeeded: boolean;
  More: SettingsCardProps["More"];
};

/** Renders again only when its own value or layer changes, so that a press paints without the other rows. */
const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { row, words, value, layer, own, back, lacksNeeded, More, onChange, onReset } = props;
  const id = fieldId(row.path);
  const change = (wanted: Json) => onChange(row, wanted);
  return (
    <SettingsRow
      id={id}
      title={words.title(row.titleKey)}
      help={words.help(row.titleKey)}
      layer={layer}
      own={own}
      onReset={() => onReset(row)}
      back={back}
      wide={isWide(row)}
      needs={lacksNeeded && row.needs ? words.title(row.needs.titleKey) : undefined}
      control={<FieldControl id={id} row={row} value={value} words={words} onChange={change} More={More} />}
    />
  );
});
