"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useSettingsContext } from "@/components/settings/settings-context";
import { useSettingsRestore } from "@/components/settings/settings-provider";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { Entry } from "@/lib/audit/entries";
import { takeBack } from "@/lib/audit/take-back";
import { sameJson } from "@/lib/settings/json";
import { known } from "@/lib/settings/client/known";
import { valueAt } from "@/lib/settings/patch";
import type { WantedValue } from "@/lib/settings/client/restore";
import { wantedValues } from "./settings-known";

/** A question before an undo: about an entry whose settings were changed again, or about a moment. */
export type Question =
  | { kind: "changedAgain"; wanted: readonly WantedValue[] }
  | { kind: "moment"; moment: string }
  | { kind: "choose" };

/**
 * Undoes an entry, or restores a moment. Both are changes like any other: shown at once, recorded, and undone by the
 * button in their message.
 */
export function useWayBack() {
  const t = useTranslations("settings.activity");
  const { client } = useSettingsContext();
  const restore = useSettingsRestore();
  const announce = useUndoToast();
  const [question, ask] = useState<Question | null>(null);
  const ownValue = (one: WantedValue) => valueAt(client.overrides(one), one.path) ?? null;

  /** `wanted` may hold values that are set already: they are no change and stay out of the record. */
  function apply(wanted: readonly WantedValue[]) {
    const changing = wanted.filter((one) => !sameJson(ownValue(one), one.value));
    ask(null);
    if (changing.length === 0) return void toast(t("nothing"));
    announce(t("done", { count: changing.length }), "way-back", restore(changing));
  }

  /** Undoes an entry; asks first where its settings were changed again. */
  async function undo({ events }: Entry) {
    const wanted = wantedValues(takeBack({ key: "", events }));
    await Promise.all(
      [...new Set(wanted.map(({ projectId }) => projectId))].map((projectId) => known(client, projectId)),
    );
    const changedAgain = wanted.some((one) => {
      const event = events.find(({ section, path }) => section === one.section && path === one.path);
      const now = ownValue(one);
      return !sameJson(now, event?.after ?? null) && !sameJson(now, one.value);
    });
    if (changedAgain) ask({ kind: "changedAgain", wanted });
    else apply(wanted);
  }
  return { question, ask, apply, undo };
}
