"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type FormEventHandler, type ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type FormDialogProps = {
  onClose: () => void;
  title: ReactNode;
  description: ReactNode;
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** What is wrong with the form as a whole. */
  error: string | undefined;
  submitLabel: string;
  dangerous?: boolean;
  pending: boolean;
  children: ReactNode;
};

/** A form in a dialog. Rendered while it is open, so that what was typed is gone with it. */
export function FormDialog(props: FormDialogProps) {
  const { onClose, title, description, onSubmit, error, submitLabel, dangerous, pending, children } = props;
  const common = useTranslations("common");
  const id = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !pending && onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={() => !pending && onClose()}>{common("cancel")}</Button>
          <Button type="submit" form={id} variant={dangerous ? "danger" : "primary"} pending={pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate method="post" className="mt-5 grid gap-5">
        {children}
        {error && (
          <Banner tone="danger" role="alert" icon={<CircleAlert aria-hidden="true" />}>
            {error}
          </Banner>
        )}
      </form>
    </Dialog>
  );
}
