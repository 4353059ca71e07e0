"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { TeamTimesButton } from "../booking/team-times-button";
import { composers } from "./composers";
import type { Writing } from "./writing";

/** Where a person writes at a lead: in one way at a time. What is begun in one is kept while another is open. */
export function TalkComposer(writing: Writing) {
  const t = useTranslations("leads.talk.reply");
  const [way, setWay] = useState("note");
  return (
    <div className="grid grid-cols-1 gap-4 px-5 py-4 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label={t("ways")}
          value={way}
          options={composers.map(({ key }) => ({ value: key, label: t(key) }))}
          onChange={setWay}
        />
        <TeamTimesButton leadId={writing.lead.id} />
      </div>
      {composers.map(({ key, View }) => (
        <div key={key} hidden={key !== way}>
          <View {...writing} />
        </div>
      ))}
    </div>
  );
}
