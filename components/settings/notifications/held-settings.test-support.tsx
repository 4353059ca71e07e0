import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { useSyncExternalStore, type ReactNode } from "react";
import { FormatsContext } from "@/components/ui/use-formats";
import { formats } from "@/lib/i18n/formats";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import { mergeObject, setAt } from "@/lib/settings/patch";
import { resolve } from "@/lib/settings/resolve";
import en from "@/messages/en.json";

/** A Monday, half past noon in UTC. */
export const monday = "2026-11-23T12:30:00Z";

/** The notification settings of a person on a device of its own; `patches` is what was asked of it, in order. */
export function heldSettings(start: JsonObject = {}) {
  const patches: JsonObject[] = [];
  const listeners = new Set<() => void>();
  let overrides = start;
  const become = (next: JsonObject) => {
    overrides = next;
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const change = (patch: unknown) => {
    if (!isJsonObject(patch)) throw new Error("a patch is an object");
    const before = overrides;
    patches.push(patch);
    become(mergeObject(overrides, patch));
    return () => become(before);
  };
  const set = (path: string, value: Json) => change(setAt({}, path, value));
  return {
    patches,
    overrides: () => overrides,
    use() {
      const held = useSyncExternalStore(subscribe, () => overrides);
      const view = resolve(notifications, [{ source: "user", overrides: held, version: 1 }]);
      return { ...view, change, set, reset: (path: string) => set(path, null) };
    },
  };
}

/** Times as Europe writes them, on the clock of UTC. */
const european = {
  dateFormat: "auto",
  timeFormat: "h23",
  firstDayOfWeek: "monday",
  currency: "EUR",
  numberFormat: "auto",
  timezone: "UTC",
} as const;

/** On a page at a certain moment. */
export const show = (page: ReactNode, now = new Date(monday)) =>
  render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC" now={now}>
      <FormatsContext value={european}>{page}</FormatsContext>
    </NextIntlClientProvider>,
  );
