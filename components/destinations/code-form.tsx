"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useDeed, useDestinationsPage } from "./destinations-context";

/** Six figures that the person got at the destination. */
export function CodeForm({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslations("settings.destinations.code");
  const { userId, actions } = useDestinationsPage();
  const { pending, run } = useDeed();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const verify = (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d{6}$/.test(code)) return setProblem(t("wrong"));
    setProblem(undefined);
    run(
      () => actions.verifyDestination({ userId, id, code }),
      (verified) => {
        if (!verified.ok) return setProblem(t(verified.why));
        toast(t("done"));
        onDone();
      },
      setProblem,
    );
  };
  return (
    <form onSubmit={verify} noValidate className="max-w-72">
      <Field label={t("label")} hint={t("help")} error={problem}>
        {(control) => (
          <span className="flex gap-3">
            <Input
              {...control}
              dir="ltr"
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
              maxLength={6}
              className="tabular-nums tracking-widest"
              value={code}
              onChange={({ target }) => setCode(target.value.replaceAll(/\D/g, ""))}
            />
            <Button type="submit" pending={pending} className="h-10 pointer-coarse:h-11">
              {t("confirm")}
            </Button>
          </span>
        )}
      </Field>
    </form>
  );
}
