"use client";

import { useTranslations } from "next-intl";
import type { Json } from "@/lib/settings/json";
import type { LayerName } from "@/lib/settings/resolve";
import type { ValueWords } from "./plain-words";

/** What a field has without a value of the edited scope, and which layer says so. */
export type Inherited = { value: Json; layer: LayerName };

/** Names what a reset brings back: "Enhanced, default". */
export function useBackWords(valueWords: ValueWords) {
  const t = useTranslations("settings.comesBack");
  return (field: Parameters<ValueWords>[0], { value, layer }: Inherited): string =>
    t(`from.${layer}`, {
      value: typeof value === "boolean" ? t(String(value)) : valueWords(field, value),
    });
}
