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
  action: (values: { password: string }) => Promise<Result<void>>;
};

export function NewPasswordForm({ email, action }: NewPasswordFormProps) {
  const t = useTranslations("auth");
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(newPasswordSchema),
    defaultValues: { password: "" },
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
