"use client";

import { useTranslations } from "next-intl";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { useSettingWords } from "@/components/settings/setting-words";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { askable, heatsOf, noticeOf, paramsOf, type Happening } from "@/lib/notifications/delivery/explained";
import { kinds } from "@/lib/notifications/kinds";
import type { Notification } from "@/lib/notifications/notification";
import { categories, type NotificationCategory } from "@/lib/vocabulary/categories";
import type { Heat } from "@/lib/vocabulary/heat";
import { MomentField } from "./moment-field";

/** `at` null: now, whenever that is. */
export type Asked = Omit<Happening, "at"> & { at: string | null };

type HappeningFieldsProps = { asked: Asked; now: string; timeZone: string; onChange: (asked: Asked) => void };

/** Chooses what happens, how hot the lead is where that counts, and when. */
export function HappeningFields({ asked, now, timeZone, onChange }: HappeningFieldsProps) {
  const t = useTranslations("notifications.explain.tryIt");
  const heatWords = useTranslations("heat");
  const heats = heatsOf(asked.kind);
  const priority = noticeOf({ ...asked, at: now })?.priority ?? "normal";
  return (
    <div className="grid gap-4">
      <Field label={t("what")} hint={t(`priority.${priority}`)}>
        {(names) => (
          <Select
            {...names}
            value={asked.kind}
            className="w-full"
            onChange={({ target }) => onChange(withKind(asked, target.value))}
          >
            <KindOptions heat={asked.heat} />
          </Select>
        )}
      </Field>
      {heats.length > 1 && (
        <div className="grid gap-1.5">
          <p className="font-medium">{heatWords("label")}</p>
          <Segmented<Heat>
            label={heatWords("label")}
            value={asked.heat}
            options={heats.map((heat) => ({ value: heat, label: heatWords(heat) }))}
            onChange={(heat) => onChange({ ...asked, heat })}
            className="justify-self-start"
          />
        </div>
      )}
      <MomentField
        at={asked.at}
        now={now}
        timeZone={timeZone}
        onChange={(at) => onChange({ ...asked, at })}
      />
    </div>
  );
}

/** A heat that the kind cannot have gives way to one that it can. */
function withKind(asked: Asked, kind: string): Asked {
  const heats = heatsOf(kind);
  return { ...asked, kind, heat: heats.includes(asked.heat) ? asked.heat : (heats.at(-1) ?? asked.heat) };
}

/** A kind is named by what it says of its sample, under its category. */
function KindOptions({ heat }: { heat: Heat }) {
  const text = useNotificationText();
  const words = useSettingWords();
  const groups = new Map<NotificationCategory, string[]>();
  for (const name of askable) {
    const category = kinds.get(name)?.category;
    if (category) groups.set(category, [...(groups.get(category) ?? []), name]);
  }
  return [...groups].map(([category, names]) => {
    const options = names.map((name) => (
      <option key={name} value={name}>
        {text.plainTitle(sampleRow(name, category, heatsOf(name).includes(heat) ? heat : "burning"))}
      </option>
    ));
    const switched = categories.find((each) => each === category);
    return switched ? (
      <optgroup key={category} label={words.title(switched)}>
        {options}
      </optgroup>
    ) : (
      options
    );
  });
}

const sampleRow = (kind: string, category: string, heat: Heat): Notification => ({
  id: "",
  seq: 0,
  category,
  type: "info",
  priority: "normal",
  title: kind,
  message: "",
  params: paramsOf({ kind, heat }),
  action_url: null,
  project_id: null,
  lead_id: null,
  created_at: "",
  occurred_at: "",
  read_at: null,
  seen_at: null,
  actor_name: null,
});
