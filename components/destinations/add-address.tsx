"use client";

import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

import { useDeed, useDestinationsPage } from "./destinations-context";

type AddAddressProps = { channel: Exclude<OutgoingChannel, "push"> };

/** The country of the browser's language, for numbers typed without +: `he-IL` is Israel. */
const countryHere = (): string | null =>
  /^[a-z]{2,3}-(?:[A-Z][a-z]{3}-)?([A-Z]{2})\b/.exec(navigator.language)?.[1] ?? null;

export function AddAddress({ channel }: AddAddressProps) {
  const t = useTranslations(`settings.destinations.${channel}`);
  const words = useTranslations("settings.destinations");
  const { userId, actions } = useDestinationsPage();
  const { pending, run } = useDeed();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const add = (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    run(
      () => actions.addDestination({ userId, channel, address: typed, country: countryHere() }),
      () => {
        setTyped("");
        toast(words("added"));
      },
      setProblem,
    );
  };
  return (
    <form onSubmit={add} noValidate className="px-5 py-(--row-y)">
      <Field label={t("add")} hint={t("addHelp")} error={problem}>
        {(control) => (
          <span className="flex gap-3">
            <Input
              {...control}
              dir="ltr"
              type={channel === "email" ? "email" : "tel"}
              autoComplete={channel === "email" ? "email" : "tel"}
              maxLength={320}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button type="submit" pending={pending} className="h-10 pointer-coarse:h-11">
              {words("addButton")}
            </Button>
          </span>
        )}
      </Field>
    </form>
  );
}
