"use client";

import { useTranslations } from "next-intl";
import { EmailInput } from "@/components/auth/email-input";
import { useActionForm } from "@/components/auth/use-action-form";
import { Field } from "@/components/ui/field";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { emailChangeSchema } from "@/lib/account/credentials";
import type { AccountActions } from "./account-actions";
import { CurrentPassword } from "./current-password";
import { FormDialog } from "./form-dialog";

type EmailDialogProps = {
  email: string;
  action: AccountActions["changeEmail"];
  onClose: () => void;
  onSent: (email: string) => void;
};

export function EmailDialog({ email, action, onClose, onSent }: EmailDialogProps) {
  const t = useTranslations("settings.account");
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(emailChangeSchema),
    defaultValues: { email: "", current: "" },
    action,
    onDone(_, values) {
      onSent(values.email);
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      onClose={onClose}
      title={t("profile.changeEmail")}
      description={t("profile.emailBody")}
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("profile.sendLinks")}
      pending={pending}
    >
      <Field label={t("profile.newEmail")} error={errorOf(errors.email?.message)}>
        {(control) => <EmailInput {...control} {...form.register("email")} autoComplete="email" />}
      </Field>
      <CurrentPassword
        email={email}
        hint={t("currentHint")}
        error={errorOf(errors.current?.message)}
        input={form.register("current")}
      />
    </FormDialog>
  );
}
