"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { workspaceSchema } from "@/lib/account/credentials";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { FormFrame } from "./form-frame";
import { useActionForm } from "./use-action-form";

type WorkspaceFormProps = {
  action: (values: { name: string; project: string }) => Promise<Result<{ project_id: string }>>;
};

export function WorkspaceForm({ action }: WorkspaceFormProps) {
  const t = useTranslations("welcome");
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(workspaceSchema),
    defaultValues: { name: "", project: "" },
    action,
    onDone: ({ project_id }) => window.location.assign(paths.dashboard(project_id)),
  });
  const { errors } = form.formState;
  return (
    <FormFrame
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("submit")}
      pending={pending}
    >
      <Field label={t("client")} hint={t("clientHint")} error={errorOf(errors.name?.message)}>
        {(control) => (
          <Input {...control} {...form.register("name")} dir="auto" autoComplete="organization" />
        )}
      </Field>
      <Field label={t("project")} hint={t("projectHint")} error={errorOf(errors.project?.message)}>
        {(control) => <Input {...control} {...form.register("project")} dir="auto" autoComplete="off" />}
      </Field>
    </FormFrame>
  );
}
