"use client";

import { Settings2 } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import type { LeadActions } from "@/components/leads/use-judgement";
import { useSettingsSearch } from "@/components/settings/search/use-search";
import { useSearchJump } from "@/components/settings/search/use-search-jump";
import { lastUsed } from "@/lib/device/last-used";
import { score, searchFields, type SearchEntry } from "@/lib/settings/form/search";
import { answers, bestFirst, wordsOfCommand, type Group } from "./answers";
import type { Choice } from "./palette-item";
import { useDeedCommands, usePlaceCommands } from "./use-commands";
import { useKnownLead, useLeadCommands } from "./use-lead-commands";

/**
 * What the palette lists: without a query what was used last and all commands, with one those that match, the fields of the
 * settings and the leads. Without a query no field is listed: there are too many.
 */
export function useGroups(query: string, actions: LeadActions) {
  const { find, entryAt, prepare } = useSettingsSearch({ fieldsOnly: true });
  const jump = useSearchJump();
  const { pages, projects } = usePlaceCommands();
  const deeds = useDeedCommands();
  const leads = useLeadCommands(query, actions);
  const knownLead = useKnownLead();
  const fetchEnglish = useEffectEvent(prepare);
  useEffect(() => fetchEnglish(), []);

  const toField = (field: SearchEntry): Choice => ({
    id: field.path ?? field.page,
    title: field.words.title,
    icon: Settings2,
    run: () => jump(field),
    field,
  });
  const commands: Group<Choice>[] = [
    { key: "pages", items: pages },
    { key: "projects", items: projects },
    { key: "deeds", items: deeds },
  ];
  /** What was chosen last in this tab and is there still. */
  function usedLast(): Choice[] {
    const known = new Map(commands.flatMap(({ items }) => items.map((item) => [item.id, item])));
    const fieldAt = (id: string) => {
      const field = fieldPaths.has(id) ? entryAt(id) : undefined;
      return field && toField(field);
    };
    return lastUsed().flatMap(({ id, title }) => known.get(id) ?? fieldAt(id) ?? knownLead(id, title) ?? []);
  }
  if (query.trim() === "")
    return {
      ...leads,
      groups: bestFirst(answers([{ key: "last", items: usedLast() }, ...commands], wordsOfCommand, "")),
    };
  const fields = find(query).map(toField);
  const best = Math.max(0, ...fields.slice(0, 1).map(({ field }) => (field ? score(field.words, query) : 0)));
  const matching = answers(commands, wordsOfCommand, query);
  return {
    ...leads,
    groups: bestFirst([...matching, { key: "fields", items: fields, best }, ...leads.groups]),
  };
}

const fieldPaths: ReadonlySet<string> = new Set(searchFields.map(({ path }) => path));
