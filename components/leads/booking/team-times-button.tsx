"use client";

import { CalendarSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { laterPart } from "@/components/ui/later-part";

/** It asks the server for all that it shows: its code comes when it is wanted. */
const TeamTimesDialog = laterPart(() =>
  import("./team-times-dialog").then((module) => module.TeamTimesDialog),
);

/** Opens the times at which people of the project are busy, for whoever plans a meeting with the lead. */
export function TeamTimesButton({ leadId }: { leadId: string }) {
  const t = useTranslations("leads.talk.times");
  const [isOpen, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <CalendarSearch aria-hidden="true" />
        {t("open")}
      </Button>
      {isOpen !== null && <TeamTimesDialog leadId={leadId} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
