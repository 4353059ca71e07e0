"use client";

import { useTranslations } from "next-intl";
import type { Control } from "@/lib/settings/fields";
import { culpritOf } from "@/lib/settings/form/text-problem";
import { isJsonObject, type Json } from "@/lib/settings/json";

/**
 * An issue that a field's schema found. `at` names the part of an atomic value (`end`, `days`), or is empty for the
 * whole.
 */
type Issue = { at: string; type: string; message: string };

/** A problem as a sentence in the reader's language. */
export type FieldProblem = { at: string; text: string };

/** The rules that have a message of their own in the schema, and the sentence for each. */
const named = new Map([
  ["equal to the start", "sameTimes"],
  ["no day", "noDay"],
  ["not a time zone", "timeZone"],
  ["a character that cannot be stored", "characters"],
]);

const byControl: Partial<Record<Control["kind"], string>> = {
  timeZone: "timeZone",
  workingHours: "time",
  quietHours: "time",
  ownQuietHours: "time",
  digest: "time",
  pause: "moment",
};

/** The message under `settings.form.problems` that says what is wrong; zod's own words are never shown. */
export function problemKey(control: Control, { type, message }: Pick<Issue, "type" | "message">): string {
  if (type === "too_big" && control.kind === "text") return "tooLong";
  const ofPattern = control.kind === "text" ? control.problem : byControl[control.kind];
  const key = named.get(message) ?? (type === "invalid_format" ? ofPattern : undefined);
  return key ?? "invalid";
}

/** The issues in react-hook-form's tree of errors under one field. */
export function issuesIn(errors: unknown, at = ""): Issue[] {
  if (!isJsonObject(errors)) return [];
  const { type, message } = errors;
  if (typeof type === "string") return [{ at, type, message: typeof message === "string" ? message : "" }];
  return Object.entries(errors).flatMap(([key, inner]) => issuesIn(inner, at ? `${at}.${key}` : key));
}

/** Returns a function that turns the issues of a field with a value into sentences. */
export function useFieldProblems() {
  const t = useTranslations("settings.form.problems");
  return (control: Control, errors: unknown, value: Json): FieldProblem[] =>
    issuesIn(errors).map((issue) => {
      const key = problemKey(control, issue);
      const count = control.kind === "text" ? control.maxLength : 0;
      const part = control.kind === "text" ? culpritOf(control, String(value)) : "";
      return { at: issue.at, text: t(key, { count, part }) };
    });
}
