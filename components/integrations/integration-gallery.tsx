"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext, useState } from "react";
import type { SectionForm } from "@/components/settings/forms/use-section-form";
import { useSettingWords } from "@/components/settings/setting-words";
import { EmptyState } from "@/components/ui/empty-state";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Manifest } from "@/lib/integrations/contract/declaration";
import { providers } from "@/lib/integrations/registry";
import { fieldId } from "@/lib/settings/form/field-id";
import type { Provenance } from "@/lib/settings/resolve";
import { ConnectionsContext } from "./connections/connections-context";
import {
  everything,
  galleryStates,
  isFound,
  isInState,
  standingOf,
  standingWith,
  type GalleryQuery,
  type GalleryState,
  type Standing,
} from "./gallery";
import { GalleryFilters } from "./gallery-filters";
import { IntegrationsForm, type ShownProvider } from "./integrations-form";
import { fieldsOf } from "./provider-fields";

type IntegrationGalleryProps = { form: SectionForm; provenance: Provenance; onReset: (path: string) => void };

/** Everything that can be connected, and what narrows it. */
export function IntegrationGallery({ form, provenance, onReset }: IntegrationGalleryProps) {
  const t = useTranslations("settings.integrations.gallery");
  const [query, setQuery] = useState(everything);
  const all = useStandings();
  const isSought = useSought(query, form);
  const shown = all.filter(({ provider, standing }) => isSought(provider, standing));
  const hidden = all
    .filter((each) => !shown.includes(each))
    .flatMap(({ provider: { name } }) => [name, ...fieldsOf(name).map(fieldId)]);
  return (
    <>
      <GalleryFilters query={query} onChange={setQuery} counts={countsOf(all)} hidden={hidden} />
      <p role="status" className={shown.length > 0 ? "sr-only" : "hidden"}>
        {t("shown", { count: shown.length })}
      </p>
      {shown.length === 0 && (
        <div role="status" className="rounded-lg border border-line bg-card">
          <EmptyState icon={<SearchX />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        </div>
      )}
      <IntegrationsForm shown={shown} form={form} provenance={provenance} onReset={onReset} />
    </>
  );
}

function useStandings(): readonly ShownProvider[] {
  const page = useContext(ConnectionsContext);
  const connections = page?.connections;
  const { reached } = useWorkspace();
  return providers.map((provider) => {
    const connection = connections?.find((each) => each.provider === provider.name);
    const own = standingOf(provider, connections ? (connection ?? null) : undefined, reached);
    const apps = page?.projectApps?.apps.filter((each) => each.provider === provider.name) ?? [];
    return { provider, own, standing: standingWith(own, apps) };
  });
}

/** Whether a provider is looked for. What is edited and not saved stays in sight, whatever is looked for. */
function useSought(query: GalleryQuery, form: SectionForm) {
  const t = useTranslations("settings.integrations");
  const words = useSettingWords();
  return ({ name, category }: Manifest, standing: Standing): boolean => {
    const fields = fieldsOf(name);
    if (fields.some((path) => form.changed.includes(path))) return true;
    if (query.category !== null && query.category !== category) return false;
    return (
      isInState(query.state, standing) &&
      isFound(query, name, {
        title: t(`${name}.title`),
        brings: t(`${name}.brings`),
        category: t(`categories.${category}`),
        fields: fields.map((path) => words.title(form.field(path).field.titleKey)),
      })
    );
  };
}

function countsOf(all: readonly ShownProvider[]): Record<GalleryState, number> {
  const [every, connected, attention, available] = galleryStates.map(
    (state) => all.filter(({ standing }) => isInState(state, standing)).length,
  );
  return { all: every ?? 0, connected: connected ?? 0, attention: attention ?? 0, available: available ?? 0 };
}
