"use client";

import type { ReactNode } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import { LeaveGuard } from "./leave-guard";
import { SaveBar } from "./save-bar";
import type { SectionForm } from "./use-section-form";

type SectionFormFrameProps = { form: SectionForm; label: string; children: ReactNode };

/** The frame of a form of several fields: Enter saves, the bar names the changed fields, leaving asks first. */
export function SectionFormFrame({ form, label, children }: SectionFormFrameProps) {
  const words = useSettingWords();
  const names = form.changed.map((path) => words.title(form.field(path).field.titleKey));
  return (
    <form
      noValidate
      aria-label={label}
      className="grid grid-cols-[minmax(0,1fr)] gap-5 max-md:pb-(--save-bar)"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {children}
      <SaveBar names={names} onSave={() => void form.save()} onDiscard={() => form.discard()} />
      <LeaveGuard
        isNeeded={form.changed.length > 0}
        onSave={() => form.save()}
        onDiscard={() => form.discard()}
      />
    </form>
  );
}
