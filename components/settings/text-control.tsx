"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type KeyboardEvent } from "react";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { culpritOf, textProblem } from "@/lib/settings/form/text-problem";
import { ProblemLine } from "./problem-line";

type TextControlProps = Parameters<typeof textProblem>[0] & {
  "aria-labelledby": string;
  "aria-describedby": string;
  value: string;
  onChange: (value: string) => void;
};

/**
 * A text takes effect when the person is done with it: on leaving the field or on Enter, not at every letter. Escape
 * gives it up. A text that the field does not take stays in the field, with the reason under it.
 */
export function TextControl({ value, onChange, ...field }: TextControlProps) {
  const t = useTranslations("settings.form.problems");
  const problemId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const giveUp = () => {
    setDraft(null);
    setProblem(null);
  };
  function finish() {
    const text = draft?.trim();
    if (text === undefined || text === value) return giveUp();
    const found = textProblem(field, text);
    if (found !== null) return setProblem(found);
    giveUp();
    onChange(text);
  }
  function handleKey(event: KeyboardEvent) {
    if (event.key === "Escape") giveUp();
    if (event.key === "Enter" && !field.multiline && !event.nativeEvent.isComposing) finish();
  }
  const props = {
    "aria-labelledby": field["aria-labelledby"],
    "aria-describedby": problem === null ? field["aria-describedby"] : problemId,
    "aria-invalid": problem !== null || undefined,
    dir: "auto",
    value: draft ?? value,
    onChange: (event: { target: { value: string } }) => {
      setDraft(event.target.value);
      setProblem(null);
    },
    onBlur: finish,
    onKeyDown: handleKey,
  };
  return (
    <div className="grid w-full gap-2">
      {field.multiline ? <Textarea {...props} /> : <Input {...props} autoComplete="off" />}
      {problem !== null && (
        <ProblemLine
          id={problemId}
          text={t(problem, { count: field.maxLength, part: culpritOf(field, draft ?? "") })}
        />
      )}
    </div>
  );
}
