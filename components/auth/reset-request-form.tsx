"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { resetRequestSchema } from "@/lib/account/credentials";
import type { Result } from "@/lib/result";
import { EmailInput } from "./email-input";
import { FormFrame } from "./form-frame";
import { MailSent } from "./mail-sent";
import { useActionForm } from "./use-action-form";

type ResetRequestFormProps = { action: (values: { email: string }) => Promise<Result<void>> };

/** Says the same for every address, so that nobody learns who has an account. */
export function ResetRequestForm({ action }: ResetRequestFormProps) {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(resetRequestSchema),
    defaultValues: { email: "" },
    action,
    onDone: (_, { email }) => setSentTo(email),
  });
  const { errors } = form.formState;
  if (sentTo)
    return <MailSent title={t("reset.sentTitle")}>{t("reset.sentBody", { email: sentTo })}</MailSent>;
  return (
    <FormFrame
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("reset.submit")}
      pending={pending}
    >
      <Field label={t("email")} error={errorOf(errors.email?.message)}>
        {(control) => <EmailInput {...control} {...form.register("email")} />}
      </Field>
    </FormFrame>
  );
}
