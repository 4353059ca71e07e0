"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { useFormats } from "@/components/ui/use-formats";
import type { Connection } from "@/lib/integrations/contract/connection";
import { DeadEvents } from "./connections/dead-events";

/** `isTold`: it brings news, which others do not. */
type ConnectionFactsProps = { connection: Connection; isTold: boolean };

/** How a connection stands, and why it is not well where it is not. */
export function ConnectionFacts({ connection, isTold }: ConnectionFactsProps) {
  const t = useTranslations("settings.integrations");
  const { fullMoment } = useFormats();
  useSettling(connection, isTold);
  const { account, problem, lastSuccessAt, lastEventAt, dueAt, unmatched } = connection;
  const moment = (at: string | null) => (at === null ? t("connection.never") : fullMoment(at));
  return (
    <>
      {problem !== null && (
        <p className="rounded bg-caution-soft px-3 py-2 text-sm">
          {t(t.has(`problems.${problem}`) ? `problems.${problem}` : "problems.other")}
        </p>
      )}
      {connection.state === "expiring" && (
        <p className="rounded bg-caution-soft px-3 py-2 text-sm">{t("connection.expiring")}</p>
      )}
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
        <Fact name={t("connection.account")}>
          <bdi className="wrap-anywhere">{account ? `${account.name} · ${account.email}` : "–"}</bdi>
        </Fact>
        {isTold && (
          <Fact name={t("connection.news")}>
            <News news={connection.news} />
          </Fact>
        )}
        <Fact name={t("connection.lastSuccess")}>{moment(lastSuccessAt)}</Fact>
        {isTold && <Fact name={t("connection.lastEvent")}>{moment(lastEventAt)}</Fact>}
        {connection.endsAt !== null && <Fact name={t("connection.ends")}>{moment(connection.endsAt)}</Fact>}
        {dueAt !== null && <Fact name={t("connection.next")}>{moment(dueAt)}</Fact>}
      </dl>
      {unmatched > 0 && (
        <p className="text-sm text-ink-soft">{t("connection.unmatched", { count: unmatched })}</p>
      )}
      {connection.deadEvents > 0 && <DeadEvents connection={connection} />}
    </>
  );
}

const settlesInMs = [1_500, 3_000, 6_000, 12_000];

/** A new connection is looked after for the first time in a moment: what that finds is shown without a reload. */
function useSettling({ id, state, news }: Connection, isTold: boolean) {
  const router = useRouter();
  const isNew = isTold && state === "connected" && news === null;
  useEffect(() => {
    if (!isNew) return;
    // Without a network Next would load the whole page anew, over whatever the person does on it.
    const look = () => (navigator.onLine ? router.refresh() : undefined);
    const timers = settlesInMs.map((after) => setTimeout(look, after));
    return () => timers.forEach(clearTimeout);
  }, [id, isNew, router]);
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-ink-faint">{name}</dt>
    <dd>{children}</dd>
  </div>
);

function News({ news }: Pick<Connection, "news">) {
  const t = useTranslations("settings.integrations.connection");
  if (news === null) return t("newsUnknown");
  if (news.by === "webhook") return t("newsWebhook");
  const key = `newsPolling.${news.because}`;
  return t(t.has(key) ? key : "newsPolling.other");
}
