import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/leads/moment";
import { Money } from "@/components/leads/money";
import type { LeadDetail } from "@/lib/leads/lead";
import { phoneAddress } from "@/lib/leads/phone-address";

/** Facts from the chat, which cannot be changed here. */
export function LeadFacts({ lead }: { lead: LeadDetail }) {
  const t = useTranslations("leads");
  return (
    <dl className="divide-y divide-line px-5">
      <Fact name={t("fields.value")}>
        <span className="font-medium">
          <Money sum={lead.value} />
        </span>
      </Fact>
      <Fact name={t("fields.channel")}>{t(`channels.${lead.channel}`)}</Fact>
      {lead.email && (
        <Fact name={t("fields.email")}>
          <a
            href={`mailto:${encodeURIComponent(lead.email)}`}
            dir="ltr"
            className="break-all text-accent hover:underline"
          >
            {lead.email}
          </a>
        </Fact>
      )}
      {lead.phone && (
        <Fact name={t("fields.phone")}>
          <a href={phoneAddress(lead.phone) ?? undefined} dir="ltr" className="text-accent hover:underline">
            {lead.phone}
          </a>
        </Fact>
      )}
      <Fact name={t("fields.created")}>
        <Moment at={lead.created_at} />
      </Fact>
      {lead.meetings.map((meeting) => (
        <Fact key={meeting.id} name={t(`meetings.${meeting.status}`)}>
          <Moment at={meeting.starts_at} />
          <MeetingAnswers answers={meeting.answers} />
        </Fact>
      ))}
    </dl>
  );
}

/** Who will come, and who will not. Of the others nothing is known. */
function MeetingAnswers({ answers }: Pick<LeadDetail["meetings"][number], "answers">) {
  const t = useTranslations("leads.answers");
  if (answers.length === 0) return null;
  return (
    <ul className="text-ink-soft">
      {answers.map(({ name, answer }, index) => (
        <li key={index}>{t.rich(answer, { name, person: (words) => <bdi>{words}</bdi> })}</li>
      ))}
    </ul>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="min-w-0 text-end">{children}</dd>
  </div>
);
