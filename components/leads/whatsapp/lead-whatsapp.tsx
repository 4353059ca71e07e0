"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import type { LeadChat } from "@/lib/integrations/whatsapp/shown";
import { suggestedTemplate } from "@/lib/integrations/whatsapp/template-choice";
import type { WindowState } from "@/lib/integrations/whatsapp/window";
import { ChatMessages } from "./chat-messages";
import { ReplyForm, type ReplyAction } from "./reply-form";

type LeadWhatsappProps = { leadId: string; leadName: string; chat: LeadChat; reply: ReplyAction };

/** What was written with a lead by WhatsApp, what may be written now, and where it is written. */
export function LeadWhatsapp({ leadId, leadName, chat, reply }: LeadWhatsappProps) {
  const t = useTranslations("leads.whatsapp");
  const window = useWindow(chat.window);
  const canWrite = chat.writes && (window.state === "open" || window.state === "closed");
  return (
    <Card aria-labelledby="lead-whatsapp">
      <CardHeader id="lead-whatsapp" title={t("title")} description={<WindowWords window={window} />} />
      <div className="grid gap-4 px-5 pb-5">
        <ChatMessages messages={chat.messages} />
        {canWrite && (
          <ReplyForm
            leadId={leadId}
            leadName={leadName}
            window={window}
            templates={chat.templates}
            suggested={suggestedTemplate(chat.templates, chat.chosen, leadName)}
            reply={reply}
          />
        )}
      </div>
    </Card>
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
