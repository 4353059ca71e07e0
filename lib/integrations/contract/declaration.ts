import type { SettingsAddress } from "@/lib/pages";

/** Names of the icons that providers have; components/integrations/provider-icons.ts draws them. */
export type ProviderIcon = "calendar" | "chat" | "mail" | "push" | "sms" | "hash" | "webhook" | "plug";

/** What providers are for, as the gallery sorts them, in the words `settings.integrations.categories.<category>`. */
export const providerCategories = ["calendars", "conversations", "notifications", "automation"] as const;
export type ProviderCategory = (typeof providerCategories)[number];

/**
 * How it is connected. `account`: an account of the person at the provider, by its own sign-in or by a key made there;
 * `scopes` are asked for, in the words `settings.integrations.<name>.scopes.<word>`; `fields`: what a person fills in beside
 * the key, in the words `<name>.fields.<field>`. `address`: an address that takes notifications, in the words
 * `settings.integrations.<name>.{address,addressHelp}`. `form`: by what the person fills in, which
 * components/integrations/connect-forms.tsx asks for. `link`: on another page.
 */
export type Connect =
  | Readonly<{
      by: "account";
      scopes: readonly Readonly<{ scope: string; word: string }>[];
      fields?: readonly string[];
    }>
  | Readonly<{ by: "address" }>
  | Readonly<{ by: "form" }>
  | Readonly<{ by: "link"; page: SettingsAddress }>;

/**
 * What can be connected, as pure data. From a manifest come the card of the provider, the fields on it and its
 * skeleton: every setting under `integration_settings.<name>` is a field, in the order of its declaration. What the
 * provider does on the server is `provider.ts` beside it, if anything.
 */
export type Manifest = Readonly<{
  /** Names the words (`settings.integrations.<name>.{title,brings,state}`), the settings, and the card: `#<name>`. */
  name: string;
  icon: ProviderIcon;
  category: ProviderCategory;
  /** Cards stand in the order of their positions. */
  position: number;
  /** Null: it cannot be connected in this version, and `state` says so. */
  connect: Connect | null;
}>;
