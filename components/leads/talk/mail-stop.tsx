"use client";

import { MailX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast, toastError } from "@/components/ui/toast";
import { fail } from "@/lib/result";
import type { Writing } from "./writing";

/** Whether the lead wants mails, as whoever heard it notes. */
export function MailStop({ lead, actions }: Pick<Writing, "lead" | "actions">) {
  const t = useTranslations("leads.talk.reply");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const { stopped } = lead.mail;
  const change = () =>
    startTransition(async () => {
      const done = await actions
        .stopMailsToLead({ leadId: lead.id, stopped: !stopped })
        .catch(() => fail("unavailable"));
      if (!done.ok) return toastError(t(done.error.code === "not_found" ? "refused" : "failed"));
      toast(t(stopped ? "allowSaved" : "stopSaved", { name: `\u2068${lead.name}\u2069` }));
      router.refresh();
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-soft">{stopped && t("stopped")}</p>
      <Button variant="ghost" size="sm" pending={pending} onClick={change}>
        {!stopped && <MailX aria-hidden="true" />}
        {t(stopped ? "allow" : "stop")}
      </Button>
    </div>
  );
}
