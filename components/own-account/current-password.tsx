"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { PasswordInput } from "@/components/auth/password-input";
import { Field } from "@/components/ui/field";

type CurrentPasswordProps = {
  /** Tells a password manager whose password this is. */
  email: string;
  error: string | undefined;
  hint?: string;
  input: ComponentProps<typeof PasswordInput>;
};

/** Asks for the current password, before what would lock its owner out. */
export function CurrentPassword({ email, error, hint, input }: CurrentPasswordProps) {
  const t = useTranslations("settings.account");
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t("current")} hint={hint} error={error}>
        {(control) => <PasswordInput {...control} {...input} autoComplete="current-password" />}
      </Field>
    </>
  );
}
