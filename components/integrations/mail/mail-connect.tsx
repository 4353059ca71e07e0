"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast, toastError } from "@/components/ui/toast";
import { useConnection, useConnectionDeed, useConnectionsPage } from "../connections/connections-context";
import { useMailWords } from "./mail-words";
import { ResendDialog } from "./resend-dialog";
import { SmtpDialog } from "./smtp-dialog";

/** The three ways to send mails: this app's own address, a server of the person's, and Resend. `again`: one of them is connected. */
export function MailConnect({ again }: { again: boolean }) {
  const t = useTranslations("settings.integrations.mail");
  const connected = useTranslations("settings.integrations.connection")("connected");
  const words = useMailWords();
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const [open, setOpen] = useState<"smtp" | "resend" | null>(null);
  const ours = () =>
    run(
      () => actions.connectMail({ userId, credentials: { via: "platform" } }),
      ({ why }) => (why === null ? toast(connected) : toastError(words(why))),
    );
  // What is in use and well is not offered again.
  const connection = useConnection("email");
  const isOurs = connection?.state === "connected" && connection.account?.id.startsWith("platform:");
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <>
      {again && <p className="basis-full text-sm text-ink-soft">{t("change")}</p>}
      {!isOurs && (
        <Button variant={again ? "secondary" : "primary"} pending={pending} onClick={ours}>
          {t("usePlatform")}
        </Button>
      )}
      <Button aria-haspopup="dialog" onClick={() => setOpen("smtp")}>
        {t("useSmtp")}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setOpen("resend")}>
        {t("useResend")}
      </Button>
      <SmtpDialog open={open === "smtp"} onOpenChange={close} />
      <ResendDialog open={open === "resend"} onOpenChange={close} />
    </>
  );
}
