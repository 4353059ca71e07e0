"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { suggestedTemplate } from "@/lib/integrations/whatsapp/template-choice";
import type { WindowState } from "@/lib/integrations/whatsapp/window";
import { paths } from "@/lib/paths";
import { ReplyForm } from "../whatsapp/reply-form";
import type { Writing } from "./writing";

/** Writes to a lead by WhatsApp as far as their window and their wish allow, and says so. */
export function WhatsappComposer({ lead, chat, bookingUrl, actions, onChanged }: Writing) {
  const t = useTranslations("leads.talk.reply");
  const window = useWindow(chat?.window ?? { state: "notConnected" });
  if (chat === null || window.state === "notConnected")
    return (
      <p className="flex flex-wrap items-center gap-3 text-ink-soft">
        {t("noNumber")}
        <Link href={`${paths.settings.integrations()}#whatsapp`} className={buttonClass({ size: "sm" })}>
          {t("connect")}
        </Link>
      </p>
    );
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-soft">
        <WindowWords window={window} />
      </p>
      {window.state !== "optedOut" && (
        <ReplyForm
          leadId={lead.id}
          leadName={lead.name}
          window={window}
          bookingUrl={bookingUrl}
          templates={chat.templates}
          suggested={suggestedTemplate(chat.templates, chat.chosen, lead.name)}
          reply={async (input) => {
            const answer = await actions.replyToLead(input);
            await onChanged();
            return answer;
          }}
        />
      )}
    </div>
  );
}

/** A window that was open when the page came closes while it is looked at. */
function useWindow(given: WindowState): WindowState {
  const now = useNow({ updateInterval: 30_000 });
  const isOver = given.state === "open" && Date.parse(given.until) <= now.getTime();
  return isOver ? { state: "closed", agreed: true } : given;
}

function WindowWords({ window }: { window: WindowState }) {
  const t = useTranslations("leads.whatsapp.window");
  const { fullMoment } = useFormats();
  if (window.state === "open") return t("open", { until: fullMoment(window.until) });
  if (window.state === "optedOut") return t("optedOut", { since: fullMoment(window.since) });
  return t(window.state);
}
