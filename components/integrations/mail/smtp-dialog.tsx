"use client";

import { useTranslations } from "next-intl";
import { CredentialsDialog } from "./credentials-dialog";
import { LoginField, wordIn } from "./login-field";

type SmtpDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

function read(form: FormData) {
  const [host, user, password, from] = ["host", "user", "password", "from"].map((name) => wordIn(form, name));
  const port = Number(wordIn(form, "port"));
  if (!host || !user || !password || !from || !Number.isInteger(port) || port < 1) return null;
  return { via: "smtp" as const, host, port, user, password, from };
}

/** The login of a person's own mail server. */
export function SmtpDialog(props: SmtpDialogProps) {
  const t = useTranslations("settings.integrations.mail");
  return (
    <CredentialsDialog
      id="connect-smtp"
      title={t("useSmtp")}
      description={t("smtpText")}
      read={read}
      {...props}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-[minmax(0,1fr)_6rem]">
        <LoginField name="host" />
        <LoginField name="port" initial="587" inputMode="numeric" hint={false} />
      </div>
      <LoginField name="user" autoComplete="off" />
      <LoginField name="password" type="password" autoComplete="off" />
      <LoginField name="from" type="email" />
    </CredentialsDialog>
  );
}
