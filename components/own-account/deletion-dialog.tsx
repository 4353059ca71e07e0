"use client";

import { useTranslations } from "next-intl";
import { EmailInput } from "@/components/auth/email-input";
import { useActionForm } from "@/components/auth/use-action-form";
import { useSession } from "@/components/session/session-context";
import { useDeviceSettings } from "@/components/settings/settings-provider";
import { Field } from "@/components/ui/field";
import { schemaResolver } from "@/components/ui/schema-resolver";
import type { Account } from "@/lib/account/account";
import { deletionSchema } from "@/lib/account/credentials";
import { paths } from "@/lib/paths";
import type { AccountActions } from "./account-actions";
import { Consequences } from "./consequences";
import { CurrentPassword } from "./current-password";
import { FormDialog } from "./form-dialog";

type DeletionDialogProps = {
  account: Account;
  action: AccountActions["deleteAccount"];
  onClose: () => void;
};

/** Says what goes, what stays and who follows; then takes the person's own address, typed, and the password. */
export function DeletionDialog({ account, action, onClose }: DeletionDialogProps) {
  const t = useTranslations("settings.account.deletion");
  const { email } = account.user;
  const leaveDevice = useLeaveDevice();
  const { form, submit, pending, errorOf } = useActionForm({
    resolver: schemaResolver(deletionSchema),
    defaultValues: { email: "", current: "" },
    action,
    onDone: leaveDevice,
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      onClose={onClose}
      title={t("dialog")}
      description={t("body")}
      onSubmit={submit}
      error={errorOf(errors.root?.message)}
      submitLabel={t("submit")}
      dangerous
      pending={pending}
    >
      <Consequences departure={account.departure} />
      <Field
        label={<span className="wrap-anywhere">{t("typed", { email })}</span>}
        error={errorOf(errors.email?.message)}
      >
        {(control) => <EmailInput {...control} {...form.register("email")} autoComplete="off" />}
      </Field>
      <CurrentPassword
        email={email}
        error={errorOf(errors.current?.message)}
        input={form.register("current")}
      />
    </FormDialog>
  );
}

/** What this device keeps of the person goes as at a sign-out, but for edits: there is nobody left to send them for. */
function useLeaveDevice() {
  const { clearDevice } = useDeviceSettings();
  const { stop } = useSession();
  return async () => {
    stop();
    await clearDevice();
    window.location.assign(paths.deleted());
  };
}
