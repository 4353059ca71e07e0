"use client";

import { UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { LeadActions } from "@/components/leads/use-judgement";
import { leaveBy } from "@/components/ui/leaving";
import { heatIcons } from "@/components/vocabulary/heat-mark";
import { useWorkspace } from "@/components/workspace/workspace";
import type { FoundLead } from "@/lib/leads/page";
import { paths } from "@/lib/paths";
import { plain, score } from "@/lib/settings/form/search";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import { wordsOfCommand, type RankedGroup } from "./answers";
import { readLeadsAsked } from "./heat-asked";
import type { Choice } from "./palette-item";
import { useFoundLeads } from "./use-found-leads";
import { useHeatDeed } from "./use-heat-deed";

const leadPrefix = "lead-";
const usedOf = ({ id, name }: FoundLead) => ({ id: `${leadPrefix}${id}`, title: name });

/** The id of a lead in that of its command; null for any other command. */
const leadIdOf = (id: string) => (id.startsWith(leadPrefix) ? id.slice(leadPrefix.length) : null);

/** Opens a lead by the name it had, as what was used last remembers it; null for any other command. */
export function useKnownLead() {
  const router = useRouter();
  return (id: string, title: string): Choice | null => {
    const leadId = leadIdOf(id);
    if (leadId === null || title === "") return null;
    return { id, title, icon: UserRound, run: () => leaveBy(() => router.push(paths.lead(leadId))) };
  };
}

/**
 * The leads that the query names, and the heats that it can set: of each lead the one that is asked for ("dana hot"), or of
 * a lead that is found alone all others. `looking` and `failed` as `useFoundLeads` has them.
 */
export function useLeadCommands(query: string, actions: LeadActions) {
  const t = useTranslations("heat");
  const router = useRouter();
  const { projects } = useWorkspace();
  const setHeat = useHeatDeed(actions);
  const { text, heat } = readLeadsAsked(query, t);
  const { leads, looking, failed } = useFoundLeads(text);
  // What was found for fewer letters stays until the answer is there, but for what the letters since leave out.
  const shown = looking ? leads.filter((lead) => hasWords(nameOf(lead), text)) : leads;

  const detailOf = ({ company, project_id }: FoundLead) =>
    [company, projects.length > 1 ? projects.find(({ id }) => id === project_id)?.name : null]
      .filter(Boolean)
      .join(" · ");
  const opening = (lead: FoundLead): Choice => ({
    ...usedOf(lead),
    used: usedOf(lead),
    detail: detailOf(lead),
    note: t(lead.heat),
    icon: heatIcons[lead.heat],
    run: () => leaveBy(() => router.push(paths.lead(lead.id))),
  });
  const setting = (lead: FoundLead, wanted: Heat): Choice => ({
    id: `heat-${lead.id}-${wanted}`,
    title: t(wanted),
    detail: lead.name,
    icon: heatIcons[wanted],
    used: usedOf(lead),
    run: () => setHeat(lead, wanted),
  });
  const best = Math.max(1, ...shown.map((lead) => score(wordsOfCommand(titledOf(lead)), text)));
  const wantedOf = () => (heat ? [heat] : shown.length === 1 ? heats : []);
  const settings = shown.flatMap((lead) =>
    wantedOf()
      .filter((wanted) => wanted !== lead.heat)
      .map((wanted) => setting(lead, wanted)),
  );
  const groups: RankedGroup<Choice>[] = [
    ...(heat ? [{ key: "heat", items: settings, best: best + 1 }] : []),
    { key: "leads", items: shown.map(opening), best },
    ...(heat ? [] : [{ key: "heat", items: settings, best }]),
  ];
  return {
    groups,
    looking,
    failed,
    example: heat === null && shown.length > 1 ? (shown[0]?.name ?? null) : null,
  };
}

const titledOf = ({ name, company }: FoundLead) => ({ title: name, note: company ?? "" });
/** Whatever their order: "levi dana" names Dana Levi. */
const hasWords = (name: string, text: string) =>
  plain(text)
    .split(/\s+/)
    .every((word) => name.includes(word));
const nameOf = ({ name, company }: FoundLead) => plain(`${name} ${company ?? ""}`);
