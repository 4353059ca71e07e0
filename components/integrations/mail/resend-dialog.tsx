"use client";

import { useTranslations } from "next-intl";
import { CredentialsDialog } from "./credentials-dialog";
import { LoginField, wordIn } from "./login-field";

type ResendDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

function read(form: FormData) {
  const [key, from] = ["key", "from"].map((name) => wordIn(form, name));
  return key && from ? { via: "resend" as const, key, from } : null;
}

/** The key of an account at Resend. */
export function ResendDialog(props: ResendDialogProps) {
  const t = useTranslations("settings.integrations.mail");
  return (
    <CredentialsDialog
      id="connect-resend"
      title={t("useResend")}
      description={t("resendText")}
      read={read}
      {...props}
    >
      <LoginField name="key" type="password" autoComplete="off" />
      <LoginField name="from" type="email" />
    </CredentialsDialog>
  );
}
