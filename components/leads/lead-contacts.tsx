import { Mail, MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { LeadDetail } from "@/lib/leads/lead";
import { phoneAddress } from "@/lib/leads/phone-address";
import { whatsAppAddress } from "@/lib/leads/whatsapp-address";

/** The ways to reach a lead. What is not known has no button. */
export function LeadContacts({ lead: { phone, email } }: { lead: Pick<LeadDetail, "phone" | "email"> }) {
  const t = useTranslations("leads.contacts");
  const call = phone && phoneAddress(phone);
  const chat = phone && whatsAppAddress(phone);
  return (
    <>
      {call && (
        <a href={call} className={buttonClass()}>
          <Phone aria-hidden="true" />
          {t("call")}
        </a>
      )}
      {chat && (
        <a href={chat} target="_blank" rel="noreferrer" className={buttonClass()}>
          <MessageCircle aria-hidden="true" />
          {t("whatsapp")}
        </a>
      )}
      {email && (
        <a href={`mailto:${encodeURIComponent(email)}`} className={buttonClass()}>
          <Mail aria-hidden="true" />
          {t("email")}
        </a>
      )}
    </>
  );
}
