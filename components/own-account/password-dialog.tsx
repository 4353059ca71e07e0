"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PasswordInput } from "@/components/auth/password-input";
import { useActionForm } from "@/components/auth/use-action-form";
import { Field } from "@/components/ui/field";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { toast } from "@/components/ui/toast";
import { passwordChangeSchema } from "@/lib/account/credentials";
import type { AccountActions } from "./account-actions";
import { CurrentPassword } from "./current-password";
import { FormDialog } from "./form-dialog";

type PasswordDialogProps = { email: string; action: AccountActions["setPassword"]; onClose: () => void };

export function PasswordDialog({ email, action, onClose }: PasswordDialogProps) {
  const t = useTranslations("settings.account.password");
  const hint = useTranslations("auth")("passwordHint");
  const router = useRouter();
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(passwordChangeSchema),
    defaultValues: { current: "", password: "" },
    action,
    onDone() {
      toast(t("done"));
      onClose();
      router.refresh();
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      onClose={onClose}
      title={t("dialog")}
      description={t("body")}
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("submit")}
      pending={pending}
    >
      <CurrentPassword
        email={email}
        error={errorOf(errors.current?.message)}
        input={form.register("current")}
      />
      <Field label={t("new")} hint={hint} error={errorOf(errors.password?.message)}>
        {(control) => (
          <PasswordInput {...control} {...form.register("password")} autoComplete="new-password" />
        )}
      </Field>
    </FormDialog>
  );
}
