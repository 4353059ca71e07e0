"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLocale } from "@/components/ui/use-locale";
import { useConnectionDeed, useConnectionsPage } from "../connections/connections-context";
import { useMailWords } from "./mail-words";

/** Sends the person a mail as leads would get it, and says what became of it. */
export function TestMailButton() {
  const t = useTranslations("settings.integrations.mail");
  const words = useMailWords();
  const locale = useLocale();
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const [told, setTold] = useState<{ problem: string | null } | null>(null);
  const send = () => {
    setTold(null);
    run(() => actions.sendTestMail({ userId, locale }), setTold);
  };
  return (
    <>
      <Button pending={pending} onClick={send}>
        {t("test")}
      </Button>
      <p role="status" className="order-last basis-full text-sm empty:hidden">
        {told && (
          <span className="inline-flex items-start gap-1.5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
            {told.problem === null ? (
              <CircleCheck aria-hidden="true" />
            ) : (
              <TriangleAlert aria-hidden="true" />
            )}
            {told.problem === null ? t("testSent") : words(told.problem)}
          </span>
        )}
      </p>
    </>
  );
}
