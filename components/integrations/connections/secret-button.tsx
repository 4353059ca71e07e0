"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Result } from "@/lib/result";
import { useConnectionDeed } from "./connections-context";

type SecretButtonProps = { name: string; make: () => Promise<Result<{ secret: string }>> };

/** Makes a signing secret after a question, and shows it until the dialog is closed: then nobody sees it again. */
export function SecretButton({ name, make: deed }: SecretButtonProps) {
  const t = useTranslations("settings.integrations.secret");
  const cancel = useTranslations("settings.integrations.connection")("cancel");
  const { pending, run } = useConnectionDeed();
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = () => run(deed, (made) => setSecret(made.secret));
  const turn = (open: boolean) => {
    setOpen(open);
    setSecret(null);
  };
  return (
    <>
      <Button onClick={() => turn(true)} aria-label={`${t("change")}: ${name}`}>
        {t("change")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={turn}
        title={t(secret === null ? "changeTitle" : "title")}
        description={t(secret === null ? "changeText" : "text")}
        actions={
          secret === null ? (
            <>
              <Button onClick={() => turn(false)}>{cancel}</Button>
              <Button variant="primary" pending={pending} onClick={make}>
                {t("make")}
              </Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => turn(false)}>
              {t("done")}
            </Button>
          )
        }
      >
        {secret !== null && <Secret secret={secret} />}
      </Dialog>
    </>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations("settings.integrations.secret");
  const id = useId();
  const copy = () => void navigator.clipboard.writeText(secret).then(() => toast(t("copied")));
  return (
    <div className="mt-4 grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {t("label")}
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          readOnly
          dir="ltr"
          value={secret}
          onFocus={(event) => event.target.select()}
          className="font-mono"
        />
        <Button onClick={copy}>{t("copy")}</Button>
      </div>
    </div>
  );
}
