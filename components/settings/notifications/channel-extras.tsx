"use client";

import { memo } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import { Switch } from "@/components/ui/switch";
import { fieldId } from "@/lib/settings/form/field-id";
import type { LayerName } from "@/lib/settings/resolve";
import { ChannelChoice } from "./channel-choice";
import { ChannelField, channelRow } from "./channel-field";
import type { ChannelEdits } from "./channel-edits";
import { pathOf, useMatrix } from "./matrix-model";

const hidePath = pathOf("push", "hideContent");
const hideId = fieldId(hidePath);
const escalationPath = pathOf("sms", "escalation");

type HiddenProps = Pick<ChannelEdits, "onChange" | "onReset"> & { hidden: boolean; layer: LayerName };

/** Whether a push says what it is about on a screen that anybody may see. Drawn again only when that changes. */
const Hidden = memo(function Hidden({ hidden, layer, onChange, onReset }: HiddenProps) {
  const words = useSettingWords();
  const { titleIn } = useMatrix();
  const row = channelRow(hidePath, titleIn("push", words.title("hideContent")));
  return (
    <ChannelField
      row={row}
      label={words.title(row.titleKey)}
      help={words.help(row.titleKey)}
      layer={layer}
      onReset={onReset}
      beside
    >
      <Switch
        aria-label={row.title}
        aria-describedby={`${hideId}-layer ${hideId}-help`}
        checked={hidden}
        onChange={(on) => onChange(row, on)}
      />
    </ChannelField>
  );
});

export const HideContent = ({ valueAt, provenance, onChange, onReset }: ChannelEdits) => (
  <Hidden
    hidden={valueAt(hidePath) === true}
    layer={provenance[hidePath] ?? "default"}
    onChange={onChange}
    onReset={onReset}
  />
);

/** Whether a text message follows a push that was not seen, and after how long. */
export const Escalation = ({ valueAt, provenance, onChange, onReset }: ChannelEdits) => (
  <ChannelChoice
    channel="sms"
    field="escalation"
    value={String(valueAt(escalationPath))}
    layer={provenance[escalationPath] ?? "default"}
    onChange={onChange}
    onReset={onReset}
    beside
  />
);
