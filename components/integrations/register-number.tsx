"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useConnectionDeed, useConnectionsPage } from "./connections/connections-context";

/** Registers a number at Meta that was never in use there. Its PIN is kept nowhere in the page. */
export function RegisterNumber() {
  const t = useTranslations("settings.integrations.whatsapp.register");
  const cancel = useTranslations("settings.integrations.connection")("cancel");
  const { userId, whatsapp } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const register = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React hands it on to the form of the page, which would save its fields.
    event.stopPropagation();
    const pin = String(new FormData(event.currentTarget).get("pin") ?? "").trim();
    if (!/^\d{6}$/.test(pin)) return setProblem(t("problems.format"));
    setProblem(undefined);
    run(
      () => whatsapp.register({ userId, pin }),
      ({ why }) => {
        if (why !== null) return setProblem(t(`problems.${why}`));
        toast(t("done"));
        setOpen(false);
      },
    );
  };
  const turn = (open: boolean) => {
    setOpen(open);
    setProblem(undefined);
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => turn(true)}>
        {t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={turn}
        title={t("title")}
        description={t("text")}
        actions={
          <>
            <Button onClick={() => turn(false)}>{cancel}</Button>
            <Button variant="primary" type="submit" form="register-number" pending={pending}>
              {t("submit")}
            </Button>
          </>
        }
      >
        <form id="register-number" onSubmit={register} noValidate className="mt-4">
          <Field label={t("pin")} error={problem}>
            {(control) => (
              <Input
                {...control}
                name="pin"
                dir="ltr"
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                className="max-w-32"
              />
            )}
          </Field>
        </form>
      </Dialog>
    </>
  );
}
