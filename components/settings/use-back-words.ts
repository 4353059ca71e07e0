"use client";

import { useTranslations } from "next-intl";
import type { Field } from "@/lib/settings/fields";
import type { Json } from "@/lib/settings/json";
import type { LayerName } from "@/lib/settings/resolve";
import { useValueWords } from "./value-words";

/** What a field has without a value of the edited scope, and which layer says so. */
export type Inherited = { value: Json; layer: LayerName };

/** Names what a reset brings back: "Enhanced, default". */
export function useBackWords() {
  const t = useTranslations("settings.comesBack");
  const valueWords = useValueWords();
  return (field: Pick<Field, "titleKey" | "control">, { value, layer }: Inherited): string =>
    t(`from.${layer}`, {
      value: typeof value === "boolean" ? t(String(value)) : valueWords(field, value),
    });
}
