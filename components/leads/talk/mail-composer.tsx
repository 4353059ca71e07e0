"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { paths } from "@/lib/paths";

import { BookingLinkButton } from "../booking/booking-link-button";
import type { Writing } from "./writing";
import { MailStop } from "./mail-stop";
import { useMailSending } from "./use-mail-sending";

/** Writes to a lead by mail, by what the person has connected. Says what stands in the way where something does. */
export function MailComposer({ userId, lead, subject: last, bookingUrl, actions, onChanged }: Writing) {
  const t = useTranslations("leads.talk.reply");
  const [subject, setSubject] = useState(last);
  const [text, setText] = useState("");
  const { pending, problem, send, forget } = useMailSending(actions, onChanged);
  if (!lead.email) return <p className="text-ink-soft">{t("noAddress")}</p>;
  if (lead.mail.stopped) return <MailStop lead={lead} actions={actions} />;
  if (lead.mail.from === null)
    return (
      <p className="flex flex-wrap items-center gap-3 text-ink-soft">
        {t("notConnected")}
        <Link href={`${paths.settings.integrations()}#email`} className={buttonClass({ size: "sm" })}>
          {t("connect")}
        </Link>
      </p>
    );
  async function submit(event: FormEvent) {
    event.preventDefault();
    const written = { userId, leadId: lead.id, subject: subject.trim(), body: text.trim() };
    if (await send(written, lead.name)) setText("");
  }
  return (
    <div className="grid gap-3">
      <form onSubmit={(event) => void submit(event)} className="grid gap-3" noValidate>
        <Field label={t("subject")}>
          {(control) => (
            <Input
              {...control}
              dir="auto"
              maxLength={200}
              value={subject}
              onChange={(event) => (setSubject(event.target.value), forget())}
            />
          )}
        </Field>
        <Field
          label={t.rich("label", { name: lead.name, ...person })}
          hint={t.rich("from", { from: lead.mail.from, ...person })}
          error={problem}
        >
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              rows={4}
              maxLength={8_000}
              value={text}
              onChange={(event) => (setText(event.target.value), forget())}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <BookingLinkButton url={bookingUrl} onInsert={(change) => (setText(change), forget())} />
          <Button type="submit" variant="primary" pending={pending}>
            {t("send")}
          </Button>
        </div>
      </form>
      <MailStop lead={lead} actions={actions} />
    </div>
  );
}

const person = { who: (words: React.ReactNode) => <bdi className="wrap-anywhere">{words}</bdi> };
