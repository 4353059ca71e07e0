"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { AddLeadDialogProps } from "./add-lead-dialog";
import { ImportPreview } from "./import-preview";
import { ImportResultView } from "./import-result";
import { useAdding } from "./use-adding";
import { useImport } from "./use-import";

/** Brings leads from a file, step by step: choose it, see what its columns hold and what cannot be added, add, take back. */
export function ImportDialog({ projectId, actions, open, onOpenChange }: AddLeadDialogProps) {
  const t = useTranslations("leads.import");
  const { pending, add, takeBack, words } = useAdding(projectId, actions);
  const { file, problem, result, map, read, send, clear } = useImport(add);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const judged = file?.judged;
  const isDone = result !== null && result.done === result.of;

  function close() {
    if (sending) return;
    onOpenChange(false);
    setFailure(null);
    clear();
  }
  async function start() {
    if (!file || pending || sending) return;
    setSending(true);
    const code = await send(file);
    setSending(false);
    setFailure(code && words(code));
  }
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={(wanted) => !wanted && close()}
      title={t("title")}
      description={t(file ? "mapHelp" : "description")}
      actions={
        <>
          {isDone && result.added.length > 0 && (
            <Button
              pending={pending}
              onClick={() => {
                takeBack(result.added);
                close();
              }}
            >
              {t("undo")}
            </Button>
          )}
          <Button onClick={close}>{t(isDone ? "close" : "cancel")}</Button>
          {judged && !isDone && judged.leads.length > 0 && (
            <Button variant="primary" pending={sending} onClick={() => void start()}>
              {t(failure ? "again" : "start", { count: judged.leads.length })}
            </Button>
          )}
        </>
      }
    >
      <div className="mt-4 grid max-h-[60dvh] gap-4 overflow-y-auto p-0.5">
        {!file && (
          <Field
            label={t("file")}
            hint={t("fileHint")}
            error={problem ? t(`fileProblems.${problem}`) : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
                onChange={({ target: { files } }) => files?.[0] && void read(files[0])}
                className="tap block w-full rounded border border-line-control bg-card p-2 file:me-3 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:font-medium file:text-ink"
              />
            )}
          </Field>
        )}
        {file && !result && <ImportPreview file={file} onMap={map} />}
        {result && judged && <ImportResultView result={result} judged={judged} />}
        {failure && (
          <p role="alert" className="text-danger">
            {failure}
          </p>
        )}
      </div>
    </Dialog>
  );
}
