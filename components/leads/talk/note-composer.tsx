"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition, type FormEvent, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toastError } from "@/components/ui/toast";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { fail, type FailureCode } from "@/lib/result";
import type { NoteActions, Writing } from "./writing";

const longest = 4_000;

/** Writes a note about a lead, with its Undo. A text that could not be saved stays, and is the same note when it is sent again. */
export function NoteComposer({ lead: { id: leadId, name }, actions, onChanged }: Writing) {
  const t = useTranslations("leads.talk.composer");
  const formId = useId();
  const [text, setText] = useState("");
  const [noteId, setNoteId] = useState("");
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const takeBack = useTakeBack(actions, onChanged);
  const announce = useUndoToast();

  function edit(next: string) {
    setText(next);
    setNoteId("");
    setProblem(undefined);
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const body = text.trim();
    if (pending || body === "") return setProblem(pending ? undefined : t("empty"));
    const id = noteId || crypto.randomUUID();
    setNoteId(id);
    startTransition(async () => {
      const saved = await actions.writeNote({ noteId: id, leadId, body }).catch(() => fail("unavailable"));
      if (!saved.ok) return setProblem(t(problemKey(saved.error.code)));
      edit("");
      announce(t("saved", { name: `\u2068${name}\u2069` }), `note-${id}`, () => takeBack(id));
      await onChanged();
    });
  }
  function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
  }
  return (
    <form id={formId} onSubmit={save} className="grid gap-3">
      <Field label={t("label")} hint={t("hint")} error={problem}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={2}
            maxLength={longest}
            className="min-h-16"
            value={text}
            onChange={(event) => edit(event.target.value)}
            onKeyDown={sendByKey}
          />
        )}
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

function useTakeBack({ takeBackNote }: NoteActions, onChanged: () => Promise<void>) {
  const t = useTranslations("leads.talk.composer");
  return async (noteId: string) => {
    const gone = await takeBackNote({ noteId }).catch(() => fail("unavailable"));
    if (!gone.ok) toastError(t("notTakenBack"));
    await onChanged();
  };
}

const problemKey = (code: FailureCode): string => {
  if (code === "not_found" || code === "forbidden") return "refused";
  return code === "rate_limited" ? "tooMany" : "failed";
};
