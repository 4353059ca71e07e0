"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { newPasswordSchema } from "@/lib/account/credentials";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { FormFrame } from "./form-frame";
import { PasswordInput } from "./password-input";
import { useActionForm } from "./use-action-form";

type NewPasswordFormProps = {
  email: string;
  /** Asks for the old password, too: no mail has shown who is there. */
  needsCurrent: boolean;
  action: (values: { password: string; current?: string | undefined }) => Promise<Result<void>>;
};

export function NewPasswordForm({ email, needsCurrent, action }: NewPasswordFormProps) {
  const t = useTranslations("auth");
  const current = useTranslations("settings.account")("current");
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(newPasswordSchema),
    defaultValues: { password: "", current: needsCurrent ? "" : undefined },
    action,
    onDone: () => window.location.assign(paths.home()),
  });
  const { errors } = form.formState;
  return (
    <FormFrame
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("newPassword.submit")}
      pending={pending}
    >
      {/* Tells a password manager whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {needsCurrent && (
        <Field label={current} error={errorOf(errors.current?.message)}>
          {(control) => (
            <PasswordInput {...control} {...form.register("current")} autoComplete="current-password" />
          )}
        </Field>
      )}
      <Field
        label={t("newPassword.label")}
        hint={t("passwordHint")}
        error={errorOf(errors.password?.message)}
      >
        {(control) => (
          <PasswordInput {...control} {...form.register("password")} autoComplete="new-password" />
        )}
      </Field>
    </FormFrame>
  );
}
