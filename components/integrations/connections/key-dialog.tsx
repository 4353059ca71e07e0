"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Result } from "@/lib/result";
import { useConnectionDeed, useConnectionsPage } from "./connections-context";

type KeyDialogProps = {
  provider: string;
  name: string;
  /** Asks for an address that takes notifications instead of a key. */
  forAddress?: boolean;
  /** What is asked for beside the key. */
  fields?: readonly string[];
  /** The usual one is of the provider and its way. */
  title?: string;
  /** Connects in another way than for the person alone; `why`: a key of `settings.integrations.failed`. */
  connect?: (key: string) => Promise<Result<{ why: string | null }>>;
  /** Fields above those of the dialog. */
  children?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Takes a key or an address that the person made at the provider. It is kept nowhere in the page. */
export function KeyDialog({
  provider,
  name,
  forAddress = false,
  fields = [],
  title,
  connect: deed,
  children,
  open,
  onOpenChange,
}: KeyDialogProps) {
  const words = useTranslations("settings.integrations");
  const t = useTranslations("settings.integrations.connection");
  /** A provider's own words, where it has some. */
  const own = (key: string, usual: string) =>
    words.has(`${provider}.${key}`) ? words(`${provider}.${key}`) : usual;
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const [problem, setProblem] = useState<string>();
  const formId = useId();
  const connect = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React hands it on to the form of the page, which would save its fields.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const textOf = (field: string) => String(form.get(field) ?? "").trim();
    const key = textOf("key");
    const filled = Object.fromEntries(fields.map((field) => [field, textOf(field)]));
    const problemOf = (why: string) => words(`failed.${forAddress && why === "key" ? "address" : why}`);
    if (key === "") return setProblem(problemOf("key"));
    setProblem(undefined);
    run(
      () =>
        deed?.(key) ??
        actions.connectAccountByKey({ userId, provider, key, ...(fields.length > 0 && { filled }) }),
      ({ why }) => {
        if (why !== null) return setProblem(problemOf(why));
        toast(t("connected"));
        onOpenChange(false);
      },
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title ?? (forAddress ? t("addressTitle", { name }) : t("keyTitle"))}
      description={forAddress ? words(`${provider}.addressHelp`) : own("keyText", t("keyText", { name }))}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            {t("connect")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={connect} noValidate className="mt-4 grid gap-4">
        {children}
        {fields.map((field) => (
          <Field key={field} label={words(`${provider}.fields.${field}`)}>
            {(control) => (
              <Input
                {...control}
                name={field}
                dir="ltr"
                inputMode="numeric"
                autoComplete="off"
                maxLength={64}
              />
            )}
          </Field>
        ))}
        <Field
          label={forAddress ? words(`${provider}.address`) : own("keyLabel", t("keyLabel"))}
          {...(forAddress && { hint: t("addressSafe") })}
          error={problem}
        >
          {(control) => (
            <Input {...control} name="key" type="password" dir="ltr" autoComplete="off" maxLength={4096} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
