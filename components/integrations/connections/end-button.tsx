"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Result } from "@/lib/result";
import { useConnectionDeed } from "./connections-context";

type EndButtonProps = {
  name: string;
  /** What ends with it. */
  text: string;
  end: () => Promise<Result<{ revoked: boolean }>>;
};

/** Ends a connection, after a question. */
export function EndButton({ name, text, end: deed }: EndButtonProps) {
  const t = useTranslations("settings.integrations.connection");
  const ending = useConnectionDeed();
  const [asksToEnd, setAsksToEnd] = useState(false);
  const end = () =>
    ending.run(deed, ({ revoked }) => {
      setAsksToEnd(false);
      toast(t(revoked ? "disconnected" : "disconnectedOnly"));
    });
  return (
    <>
      <Button variant="danger" onClick={() => setAsksToEnd(true)} aria-label={`${t("disconnect")}: ${name}`}>
        {t("disconnect")}
      </Button>
      <Dialog
        open={asksToEnd}
        onOpenChange={setAsksToEnd}
        title={t("endTitle", { name })}
        description={text}
        actions={
          <>
            <Button onClick={() => setAsksToEnd(false)}>{t("keep")}</Button>
            <Button variant="danger" pending={ending.pending} onClick={end}>
              {t("disconnect")}
            </Button>
          </>
        }
      />
    </>
  );
}
