"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMailWords } from "@/components/integrations/mail/mail-words";
import { Button } from "@/components/ui/button";
import type { TalkEntry } from "@/lib/leads/talk";
import type { Writing } from "./writing";
import { useMailSending } from "./use-mail-sending";

type MailStateProps = { entry: TalkEntry; writing: Writing | null };

/** How far a mail of ours came. Who wrote it may send one again that was not sent, or of which nobody knows. */
export function MailState({ entry, writing }: MailStateProps) {
  const t = useTranslations("leads.talk");
  const words = useMailWords();
  const { state, problem } = entry;
  if (state !== "sending" && state !== "failed" && state !== "unknown") return null;
  if (state === "sending") return <p className="mt-1 text-sm text-ink-soft">{t("states.sending")}</p>;
  return (
    <div className="mt-1.5 grid justify-items-start gap-2 text-sm">
      <p className="flex items-start gap-1.5 text-danger">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
        <span>
          {t(`states.${state}`)} {problem !== null && words(problem)}
        </span>
      </p>
      {writing && entry.actor?.me && <Again entry={entry} writing={writing} />}
    </div>
  );
}

function Again({ entry, writing }: { entry: TalkEntry; writing: Writing }) {
  const t = useTranslations("leads.talk.reply");
  const { userId, lead, actions, onChanged } = writing;
  const { pending, problem, send } = useMailSending(actions, onChanged, entry.id);
  const again = () =>
    void send({ userId, leadId: lead.id, subject: entry.subject ?? "", body: entry.body ?? "" }, lead.name);
  return (
    <>
      <Button size="sm" pending={pending} onClick={again}>
        {t("again")}
      </Button>
      {problem !== undefined && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </>
  );
}
