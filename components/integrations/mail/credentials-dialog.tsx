"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useConnectionDeed, useConnectionsPage, type MailLogin } from "../connections/connections-context";
import { useMailWords } from "./mail-words";

type CredentialsDialogProps = {
  id: string;
  title: string;
  description: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the form says; null where something is missing. */
  read: (form: FormData) => MailLogin | null;
  children: ReactNode;
};

/** Takes what opens a mail account, tries it, and says what stopped it. It is kept nowhere in the page. */
export function CredentialsDialog({ id, read, children, onOpenChange, ...dialog }: CredentialsDialogProps) {
  const t = useTranslations("settings.integrations.connection");
  const mail = useTranslations("settings.integrations.mail");
  const words = useMailWords();
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const [problem, setProblem] = useState<string>();
  const connect = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React hands it on to the form of the page, which would save its fields.
    event.stopPropagation();
    const credentials = read(new FormData(event.currentTarget));
    setProblem(credentials === null ? mail("missing") : undefined);
    if (credentials === null) return;
    run(
      () => actions.connectMail({ userId, credentials }),
      ({ why }) => {
        if (why !== null) return setProblem(words(why));
        toast(t("connected"));
        onOpenChange(false);
      },
    );
  };
  return (
    <Dialog
      {...dialog}
      onOpenChange={(isOpen) => {
        setProblem(undefined);
        onOpenChange(isOpen);
      }}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={id} pending={pending}>
            {t("connect")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={connect} noValidate className="mt-4 grid gap-4">
        {children}
        {problem !== undefined && (
          <p role="alert" className="rounded bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}
