"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useLocale } from "@/components/ui/use-locale";
import { instantOfText, textOfInstant } from "@/lib/time/wall-text";
import { zoneOf } from "@/lib/time/zone-table";
import { cityOf } from "@/lib/time/zone-words";

type MomentFieldProps = {
  /** Null: now. */
  at: string | null;
  now: string;
  timeZone: string;
  onChange: (at: string | null) => void;
};

/** Now, or a date and a time on the clock of the schedule. */
export function MomentField({ at, now, timeZone, onChange }: MomentFieldProps) {
  const t = useTranslations("notifications.explain.tryIt");
  const [zone, locale] = [zoneOf(timeZone), useLocale()];
  const [text, setText] = useState(() => textOfInstant(zone, now));
  const [isInvalid, setInvalid] = useState(false);
  function change(written: string) {
    setText(written);
    const instant = instantOfText(zone, written);
    setInvalid(instant === null);
    if (instant !== null) onChange(instant);
  }
  function choose(when: "now" | "moment") {
    if (when === "now") return onChange(null);
    change(textOfInstant(zone, now));
  }
  return (
    <div className="grid gap-1.5">
      <p className="font-medium">{t("when")}</p>
      <Segmented<"now" | "moment">
        label={t("when")}
        value={at === null ? "now" : "moment"}
        options={[
          { value: "now", label: t("now") },
          { value: "moment", label: t("moment") },
        ]}
        onChange={choose}
        className="justify-self-start"
      />
      {at !== null && (
        <Field
          label={t("momentOf")}
          hint={t("momentHelp", { city: cityOf(zone, locale) })}
          error={isInvalid ? t("invalid") : undefined}
        >
          {(names) => (
            <Input
              {...names}
              type="datetime-local"
              value={text}
              onChange={({ target }) => change(target.value)}
              className="w-64 max-w-full"
            />
          )}
        </Field>
      )}
    </div>
  );
}
