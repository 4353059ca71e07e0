"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { LeadTimeline } from "@/components/leads/lead-timeline";
import { usePanel } from "@/components/session/session-context";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { LeadEvent } from "@/lib/leads/event";

/**
 * The events of a lead. The panel stays open or closed for all leads, because that is a person's habit and no property
 * of a lead.
 */
export function LeadHistory({ events }: { events: LeadEvent[] }) {
  const t = useTranslations("leads");
  const [open, setOpen] = usePanel("leadHistory");
  const bodyId = useId();
  return (
    <Card aria-labelledby="lead-history">
      <CardHeader
        id="lead-history"
        title={t("historyTitle")}
        action={
          <IconButton
            label={t("historyTitle")}
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setOpen(!open)}
            className="-my-2 -me-2"
          >
            <ChevronDown aria-hidden="true" className={cn("transition-transform", open && "rotate-180")} />
          </IconButton>
        }
      />
      <div id={bodyId} hidden={!open} className="px-5 pb-5">
        <LeadTimeline events={events} />
      </div>
    </Card>
  );
}
