"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm, type FieldErrors, type UseFormRegister } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { schemaResolver } from "@/components/ui/schema-resolver";
import { Select } from "@/components/ui/select";
import { channels } from "@/lib/leads/channel";
import { addedLead, newLeadSchema, noLead, type NewLead } from "@/lib/leads/new-lead";
import { useAdding, type AddingActions } from "./use-adding";

export type AddLeadDialogProps = {
  projectId: string;
  actions: AddingActions;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** A lead that a person writes down. The id is made with the form, so that a request that is sent again adds it once. */
export function AddLeadDialog({ projectId, actions, open, onOpenChange }: AddLeadDialogProps) {
  const t = useTranslations("leads.add");
  const formId = useId();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [failure, setFailure] = useState<string | null>(null);
  const { pending, add, announceAdded, words } = useAdding(projectId, actions);
  const form = useForm<NewLead>({ defaultValues: noLead, resolver: schemaResolver(newLeadSchema) });
  async function save(lead: NewLead) {
    if (pending) return;
    const result = await add([addedLead(id, lead)]);
    if (!result.ok) return setFailure(words(result.error.code));
    if (result.value.known > 0) return setFailure(t("known"));
    setFailure(null);
    setId(crypto.randomUUID());
    form.reset();
    onOpenChange(false);
    announceAdded(t("added", { name: `\u2068${lead.name}\u2069` }), result.value);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      description={t("description")}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => void form.handleSubmit(save)(event)}
        className="mt-4 grid max-h-[60dvh] gap-4 overflow-y-auto p-0.5"
      >
        <LeadFields register={form.register} errors={form.formState.errors} />
        {failure && (
          <p role="alert" className="text-danger">
            {failure}
          </p>
        )}
      </form>
    </Dialog>
  );
}

type LeadFieldsProps = { register: UseFormRegister<NewLead>; errors: FieldErrors<NewLead> };

/** The errors are read where the form is made: a part of the page that is given the form is not drawn anew for them. */
function LeadFields({ register, errors }: LeadFieldsProps) {
  const t = useTranslations("leads");
  const errorOf = (field: keyof NewLead) => {
    const problem = errors[field]?.message;
    return problem && t(`add.problems.${problem}`);
  };
  return (
    <>
      <Field label={t("add.name")} error={errorOf("name")}>
        {(control) => <Input {...control} {...register("name")} dir="auto" autoComplete="off" />}
      </Field>
      <Field label={t("columns.company")} error={errorOf("company")}>
        {(control) => <Input {...control} {...register("company")} dir="auto" autoComplete="off" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("columns.phone")} error={errorOf("phone")}>
          {(control) => <Input {...control} {...register("phone")} type="tel" dir="ltr" autoComplete="off" />}
        </Field>
        <Field label={t("columns.email")} error={errorOf("email")}>
          {(control) => (
            <Input {...control} {...register("email")} type="email" dir="ltr" autoComplete="off" />
          )}
        </Field>
        <Field label={t("columns.channel")}>
          {(control) => (
            <Select {...control} {...register("channel")} className="w-full">
              <option value="">{t("add.noChannel")}</option>
              {channels.map((channel) => (
                <option key={channel} value={channel}>
                  {t(`channels.${channel}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("columns.value")} error={errorOf("value")}>
          {(control) => (
            <Input {...control} {...register("value")} inputMode="decimal" dir="ltr" autoComplete="off" />
          )}
        </Field>
      </div>
    </>
  );
}
