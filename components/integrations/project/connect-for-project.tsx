"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useConnectionsPage } from "../connections/connections-context";
import { KeyDialog } from "../connections/key-dialog";

type ConnectForProjectProps = {
  provider: string;
  /** Those of which the person is an admin and that have none; with `again` the one whose app does not work any more. */
  projects: readonly { id: string; name: string }[];
  again?: boolean;
};

/** Asks an admin for the address that takes notifications for everybody in a project. */
export function ConnectForProject({ provider, projects, again = false }: ConnectForProjectProps) {
  const words = useTranslations("settings.integrations");
  const t = useTranslations("settings.integrations.project");
  const name = words(`${provider}.title`);
  const { userId, actions } = useConnectionsPage();
  const [asks, setAsks] = useState(false);
  const [chosen, setChosen] = useState("");
  const projectId = projects.some(({ id }) => id === chosen) ? chosen : (projects[0]?.id ?? "");
  const label = again ? words("connection.again") : t("connect");
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setAsks(true)} aria-label={`${label}: ${name}`}>
        {label}
      </Button>
      <KeyDialog
        provider={provider}
        name={name}
        title={t("connectTitle", { name })}
        forAddress
        connect={(key) => actions.connectProjectApp({ userId, projectId, provider, key })}
        open={asks}
        onOpenChange={setAsks}
      >
        <Field label={t("which")} hint={t("whichHint")}>
          {(control) => (
            <Select {...control} value={projectId} onChange={({ target }) => setChosen(target.value)}>
              {projects.map(({ id, name: project }) => (
                <option key={id} value={id}>
                  {project}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </KeyDialog>
    </>
  );
}
