"use client";

import { TimeZonePicker } from "@/components/ui/time-zone-picker";
import type { FieldControlProps } from "./field-control";
import { TextControl } from "./text-control";

/** The controls of kinds that few pages have, for a page that has them: `FieldControl` draws the others. */
export function LongControl({ id, row: { control }, value, onChange }: FieldControlProps) {
  const names = { "aria-labelledby": `${id}-title`, "aria-describedby": `${id}-help` };
  if (control.kind === "text")
    return <TextControl {...names} {...control} value={String(value)} onChange={onChange} />;
  if (control.kind === "timeZone")
    return <TimeZonePicker {...names} value={String(value)} onChange={onChange} />;
  // The windows of the schedule and the pause have forms of their own.
  return null;
}
