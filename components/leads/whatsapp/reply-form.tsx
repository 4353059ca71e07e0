"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast, toastError } from "@/components/ui/toast";
import type { ShownTemplate } from "@/lib/integrations/whatsapp/shown";
import type { WindowState } from "@/lib/integrations/whatsapp/window";
import type { Failure, Result } from "@/lib/result";
import { BookingLinkButton } from "../booking/booking-link-button";
import { TemplateFields } from "./template-fields";

/** A text, or a template with its values. `agreed`: the lead said that they want to be written to. */
export type ReplyInput = { leadId: string; agreed?: boolean } & (
  { text: string } | { template: { name: string; language: string; values: Record<string, string> } }
);
export type ReplyAction = (input: ReplyInput) => Promise<Result<{ messageId: string }>>;

type ReplyFormProps = {
  leadId: string;
  leadName: string;
  window: WindowState;
  templates: readonly ShownTemplate[];
  suggested: ShownTemplate | null;
  bookingUrl: string | null;
  reply: ReplyAction;
};

/** Free text while the window is open, an approved template otherwise. */
export function ReplyForm({
  leadId,
  leadName,
  window,
  templates,
  suggested,
  bookingUrl,
  reply,
}: ReplyFormProps) {
  const t = useTranslations("leads.whatsapp");
  const { pending, send } = useReply(reply);
  const [text, setText] = useState("");
  const isOpen = window.state === "open";
  const needsWord = window.state === "closed" && !window.agreed;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isOpen) {
      if (text.trim() !== "") send({ leadId, text }, () => setText(""));
      return;
    }
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name) ?? "");
    const template = templates.find((each) => `${each.name} ${each.language}` === given("template"));
    if (!template) return;
    const { name, language, parameters } = template;
    const values = Object.fromEntries(parameters.map((key) => [key, given(`value-${key}`)]));
    const agreed = given("agreed") === "on";
    send({ leadId, template: { name, language, values }, ...(agreed && { agreed }) }, () => undefined);
  };
  if (!isOpen && templates.length === 0) return <p className="text-sm text-ink-soft">{t("noTemplates")}</p>;
  return (
    <form onSubmit={submit} className="grid gap-3">
      {isOpen ? (
        <Field label={t("write")}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              maxLength={4096}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      ) : (
        <TemplateFields templates={templates} suggested={suggested} leadName={leadName} />
      )}
      {needsWord && (
        <label className="flex items-start gap-2 text-sm">
          <input type="checkbox" name="agreed" required className="mt-1" />
          {t("agreed")}
        </label>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {isOpen && <BookingLinkButton url={bookingUrl} onInsert={setText} />}
        <Button type="submit" variant="primary" pending={pending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

/** Sends one at a time, says what came of it, and shows the page anew. */
function useReply(reply: ReplyAction) {
  const t = useTranslations("leads.whatsapp");
  const codes = useTranslations("errors.codes");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const wordsOf = ({ code, path }: Failure) => {
    if (path !== undefined && t.has(`refused.${path}`)) return t(`refused.${path}`);
    return code === "conflict" ? t("refused.other") : codes(code);
  };
  function send(input: ReplyInput, done: () => void) {
    if (pending) return;
    startTransition(async () => {
      const answer = await reply(input).catch(() => null);
      // Without an answer the page stays as it is, with what was written: Next would load it anew as a whole.
      if (answer === null) return toastError(codes("unavailable"));
      if (answer.ok) {
        toast(t("sent"));
        done();
      } else toastError(wordsOf(answer.error));
      router.refresh();
    });
  }
  return { pending, send };
}
