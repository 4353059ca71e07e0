"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useConnectionDeed, useConnectionsPage } from "./connections-context";

type KeyDialogProps = {
  provider: string;
  name: string;
  /** Asks for an address that takes notifications instead of a key. */
  forAddress?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Takes a key or an address that the person made at the provider. It is kept nowhere in the page. */
export function KeyDialog({ provider, name, forAddress = false, open, onOpenChange }: KeyDialogProps) {
  const words = useTranslations("settings.integrations");
  const t = useTranslations("settings.integrations.connection");
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const [problem, setProblem] = useState<string>();
  const connect = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React hands it on to the form of the page, which would save its fields.
    event.stopPropagation();
    const key = String(new FormData(event.currentTarget).get("key") ?? "").trim();
    const problemOf = (why: string) => words(`failed.${forAddress && why === "key" ? "address" : why}`);
    if (key === "") return setProblem(problemOf("key"));
    setProblem(undefined);
    run(
      () => actions.connectAccountByKey({ userId, provider, key }),
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
      title={forAddress ? t("addressTitle", { name }) : t("keyTitle")}
      description={forAddress ? words(`${provider}.addressHelp`) : t("keyText", { name })}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={`connect-${provider}`} pending={pending}>
            {t("connect")}
          </Button>
        </>
      }
    >
      <form id={`connect-${provider}`} onSubmit={connect} noValidate className="mt-4">
        <Field
          label={forAddress ? words(`${provider}.address`) : t("keyLabel")}
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
