"use client";

import { useState, type KeyboardEvent } from "react";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

type TextControlProps = {
  "aria-labelledby": string;
  "aria-describedby": string;
  maxLength: number;
  multiline: boolean;
  value: string;
  onChange: (value: string) => void;
};

/** Takes effect when the person is done with it: on leaving the field or Enter, not at every letter. Escape gives up. */
export function TextControl({ value, onChange, multiline, maxLength, ...names }: TextControlProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const finish = () => {
    setDraft(null);
    if (draft !== null && draft.trim() !== value) onChange(draft.trim());
  };
  function handleKey(event: KeyboardEvent) {
    if (event.key === "Escape") setDraft(null);
    if (event.key === "Enter" && !multiline && !event.nativeEvent.isComposing) finish();
  }
  const props = {
    "aria-labelledby": names["aria-labelledby"],
    "aria-describedby": names["aria-describedby"],
    dir: "auto",
    maxLength,
    value: draft ?? value,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: finish,
    onKeyDown: handleKey,
  };
  return multiline ? <Textarea {...props} /> : <Input {...props} autoComplete="off" />;
}
