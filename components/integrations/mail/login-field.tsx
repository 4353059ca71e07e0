"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type LoginFieldProps = Omit<ComponentProps<"input">, "name"> & {
  name: "host" | "port" | "user" | "password" | "from" | "key";
  initial?: string;
  hint?: boolean;
};

/** A field of a login, in the words `settings.integrations.mail.fields`. What stands in it is never of a direction of its own. */
export function LoginField({ name, initial = "", hint = true, ...rest }: LoginFieldProps) {
  const t = useTranslations("settings.integrations.mail.fields");
  const hintKey = `${name}Hint`;
  return (
    <Field label={t(name)} hint={hint && t.has(hintKey) ? t(hintKey) : undefined}>
      {(control) => (
        <Input
          {...control}
          name={name}
          dir="ltr"
          defaultValue={initial}
          maxLength={1_000}
          spellCheck={false}
          {...rest}
        />
      )}
    </Field>
  );
}

/** What the person wrote into a field, without the blanks around it. */
export const wordIn = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
