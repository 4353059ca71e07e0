import { providers } from "@/lib/integrations/registry";
import { formModel } from "@/lib/settings/form/form-model";
import { preferences } from "@/lib/settings/preferences";

const paths = formModel(preferences)
  .filter(({ key }) => key === "integration_settings")
  .flatMap(({ rows }) => rows.map(({ path }) => path));

/** The settings of a provider, in the order of their declaration. */
export const fieldsOf = (provider: string): readonly string[] =>
  paths.filter((path) => path.startsWith(`integration_settings.${provider}.`));

/** Every field of the page, in its order: one form, because a person sets up several of them in one go. */
export const integrationPaths = providers.flatMap(({ name }) => fieldsOf(name));

/** How many fields each card has. */
export const fieldCounts = providers.map(({ name }) => fieldsOf(name).length);
