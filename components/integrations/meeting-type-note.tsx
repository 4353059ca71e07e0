"use client";

import { useTranslations } from "next-intl";
import { isConnected, meetingTypeNamed } from "@/lib/integrations/contract/connection";
import { useConnection } from "./connections/connections-context";

/** Which of the connected account's types of meetings the name in the field means. */
export function MeetingTypeNote({ wanted }: { wanted: string }) {
  const t = useTranslations("settings.integrations.connection");
  const connection = useConnection("calendly");
  if (!connection || !isConnected(connection) || connection.types.length === 0) return null;
  const found = meetingTypeNamed(connection.types, wanted);
  const names = connection.types.map(({ name }) => `\u2068${name}\u2069`).join(" · ");
  if (!found)
    return (
      <p className="text-sm text-ink-soft">
        {t(wanted.trim() === "" ? "meetingTypeEmpty" : "meetingTypeNone", { names })}
      </p>
    );
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
      <span>
        {t.rich("meetingType", {
          name: found.name,
          minutes: found.minutes,
          b: (name) => <bdi className="font-medium text-ink">{name}</bdi>,
        })}
      </span>
      {found.url && (
        <a href={found.url} target="_blank" rel="noreferrer" className="text-accent underline">
          {t("open")}
        </a>
      )}
    </p>
  );
}
