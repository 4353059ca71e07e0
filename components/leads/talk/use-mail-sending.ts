"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useMailWords } from "@/components/integrations/mail/mail-words";
import { toast } from "@/components/ui/toast";
import { fail, type Failure } from "@/lib/result";
import type { LeadMailInput, MailActions } from "./writing";

/**
 * Sends one mail at a time. A mail that is not known to have been sent keeps its id until it is written anew: sent again,
 * it is the same mail.
 */
export function useMailSending(
  { replyByMail }: MailActions,
  onChanged: () => Promise<void>,
  /** Of a mail that is there already. */
  known = "",
) {
  const t = useTranslations("leads.talk.reply");
  const words = useMailWords();
  const [mailId, setMailId] = useState(known);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();

  const wordsOf = ({ code, path }: Failure): string => {
    if (path === "optedOut") return t("stopped");
    if (path === "noAddress") return t("noAddress");
    if (code === "not_found" || code === "forbidden") return t("refused");
    return t(code === "rate_limited" ? "tooMany" : "failed");
  };
  /** Whether it was sent, or is being sent. */
  function send(written: Omit<LeadMailInput, "mailId">, name: string): Promise<boolean> {
    if (written.subject === "" || written.body === "") setProblem(t("empty"));
    if (pending || written.subject === "" || written.body === "") return Promise.resolve(false);
    const id = mailId || crypto.randomUUID();
    setMailId(id);
    setProblem(undefined);
    return new Promise((resolve) =>
      startTransition(async () => {
        const answer = await replyByMail({ ...written, mailId: id }).catch(() => fail("unavailable"));
        const isGone = answer.ok && answer.value.status !== "failed";
        if (!answer.ok) setProblem(wordsOf(answer.error));
        else if (answer.value.status === "failed") setProblem(words(answer.value.problem ?? ""));
        else {
          setMailId("");
          toast(t(answer.value.status, { name: `\u2068${name}\u2069` }));
        }
        await onChanged();
        resolve(isGone);
      }),
    );
  }
  /** It is another mail from now on. */
  const forget = () => {
    setMailId("");
    setProblem(undefined);
  };
  return { pending, problem, send, forget };
}
