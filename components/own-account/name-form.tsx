"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionForm } from "@/components/auth/use-action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { toast } from "@/components/ui/toast";
import { nameSchema } from "@/lib/account/credentials";
import type { AccountActions } from "./account-actions";

type NameFormProps = { name: string; action: AccountActions["changeName"] };

export function NameForm({ name, action }: NameFormProps) {
  const t = useTranslations("settings.account");
  const router = useRouter();
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(nameSchema),
    defaultValues: { name },
    action,
    onDone(_, values) {
      form.reset(values);
      toast(t("saved"));
      router.refresh();
    },
  });
  const { errors } = form.formState;
  return (
    <form
      onSubmit={submit}
      noValidate
      method="post"
      className="flex flex-wrap items-end gap-x-6 gap-y-3 px-5 py-(--row-y)"
    >
      <div className="min-w-0 grow basis-56">
        <Field
          label={t("profile.name")}
          hint={t("profile.nameHelp")}
          error={errorOf((errors.name ?? errors.root)?.message)}
        >
          {(control) => (
            <span className="flex gap-3">
              <Input {...control} {...form.register("name")} dir="auto" autoComplete="name" />
              <Button type="submit" pending={pending} className="h-10 pointer-coarse:h-11">
                {t("profile.save")}
              </Button>
            </span>
          )}
        </Field>
      </div>
    </form>
  );
}
