"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { signInSchema } from "@/lib/account/credentials";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { EmailInput } from "./email-input";
import { FormFrame } from "./form-frame";
import { PasswordInput } from "./password-input";
import { useActionForm } from "./use-action-form";

type SignInFormProps = {
  action: (values: { email: string; password: string }) => Promise<Result<void>>;
  /** An address within the app. */
  next: string;
};

export function SignInForm({ action, next }: SignInFormProps) {
  const t = useTranslations("auth");
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(signInSchema),
    defaultValues: { email: "", password: "" },
    action,
    // Loads a new document: nothing of a person who was here before stays in memory.
    onDone: () => window.location.assign(next),
  });
  const { errors } = form.formState;
  const forgot = (
    <Link href={paths.reset()} className="tap rounded-sm text-sm font-medium text-accent hover:underline">
      {t("signIn.forgot")}
    </Link>
  );
  return (
    <FormFrame
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("signIn.submit")}
      pending={pending}
    >
      <Field label={t("email")} error={errorOf(errors.email?.message)}>
        {(control) => <EmailInput {...control} {...form.register("email")} />}
      </Field>
      <Field label={t("password")} aside={forgot} error={errorOf(errors.password?.message)}>
        {(control) => (
          <PasswordInput {...control} {...form.register("password")} autoComplete="current-password" />
        )}
      </Field>
    </FormFrame>
  );
}
