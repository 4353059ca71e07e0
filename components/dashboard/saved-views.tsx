"use client";

import { Check, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { longestViewName, type ViewSlot } from "@/lib/settings/dashboard-views";
import type { Views } from "./arrange/use-views";

/** The arrangements that were saved under a name: to be opened, renamed and taken away, and a new one to be saved. */
export function SavedViews({ views }: { views: Views }) {
  const t = useTranslations("dashboard.views");
  const [renaming, setRenaming] = useState<ViewSlot | null>(null);
  return (
    <section className="grid gap-3 border-t border-line p-4">
      <div>
        <h2 className="font-medium">{t("title")}</h2>
        {views.all.length === 0 && <p className="text-sm text-ink-soft">{t("none")}</p>}
      </div>
      <ul className="grid gap-1 empty:hidden">
        {views.all.map(({ slot, name, isOpen }) => (
          <li key={slot} className="flex min-w-0 items-center gap-1">
            {renaming === slot ? (
              <NameForm
                initial={name}
                label={t("newName", { name })}
                action={t("rename")}
                onName={(wanted) => {
                  setRenaming(null);
                  if (wanted !== name) views.rename(slot, wanted);
                }}
              />
            ) : (
              <>
                <button
                  type="button"
                  aria-current={isOpen ? "true" : undefined}
                  onClick={() => views.open(slot)}
                  className="tap flex min-h-9 min-w-0 grow items-center gap-2 rounded-md px-2.5 text-start transition-colors hover:bg-sunken aria-[current]:font-medium"
                >
                  <bdi dir="auto" className="truncate">
                    {name}
                  </bdi>
                  {isOpen && <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />}
                </button>
                <IconButton
                  label={t("renameOne", { name })}
                  onClick={() => setRenaming(slot)}
                  className="size-8"
                >
                  <Pencil aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={t("removeOne", { name })}
                  onClick={() => views.remove(slot)}
                  className="size-8"
                >
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
      {views.isFull ? (
        <p className="text-sm text-ink-soft">{t("full")}</p>
      ) : (
        <NameForm
          key={views.all.length}
          initial=""
          label={t("name")}
          action={t("save")}
          onName={views.save}
        />
      )}
    </section>
  );
}

type NameFormProps = { initial: string; label: string; action: string; onName: (name: string) => void };

/** A name and what is done with it. Without a name nothing is. */
function NameForm({ initial, label, action, onName }: NameFormProps) {
  const [name, setName] = useState(initial);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim() !== "") onName(name.trim());
  }
  return (
    <form onSubmit={submit} className="flex min-w-0 grow items-center gap-2">
      <Input
        aria-label={label}
        placeholder={label}
        dir="auto"
        maxLength={longestViewName}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
