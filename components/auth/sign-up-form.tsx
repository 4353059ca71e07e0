"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { signUpSchema } from "@/lib/account/credentials";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { EmailInput } from "./email-input";
import { FormFrame } from "./form-frame";
import { MailSent } from "./mail-sent";
import { PasswordInput } from "./password-input";
import { useActionForm } from "./use-action-form";

type SignUpFormProps = {
  action: (values: {
    name: string;
    email: string;
    password: string;
  }) => Promise<Result<{ confirm: boolean }>>;
};

export function SignUpForm({ action }: SignUpFormProps) {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(signUpSchema),
    defaultValues: { name: "", email: "", password: "" },
    action,
    onDone: ({ confirm }, { email }) =>
      confirm ? setSentTo(email) : window.location.assign(paths.welcome()),
  });
  const { errors } = form.formState;
  if (sentTo)
    return <MailSent title={t("signUp.confirmTitle")}>{t("signUp.confirmBody", { email: sentTo })}</MailSent>;
  return (
    <FormFrame
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("signUp.submit")}
      pending={pending}
    >
      <Field label={t("name")} error={errorOf(errors.name?.message)}>
        {(control) => <Input {...control} {...form.register("name")} dir="auto" autoComplete="name" />}
      </Field>
      <Field label={t("email")} error={errorOf(errors.email?.message)}>
        {(control) => <EmailInput {...control} {...form.register("email")} />}
      </Field>
      <Field label={t("password")} hint={t("passwordHint")} error={errorOf(errors.password?.message)}>
        {(control) => (
          <PasswordInput {...control} {...form.register("password")} autoComplete="new-password" />
        )}
      </Field>
    </FormFrame>
  );
}
