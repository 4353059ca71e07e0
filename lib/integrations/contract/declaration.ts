/** Names of the icons that providers have; components/integrations/provider-icons.ts draws them. */
export type ProviderIcon = "calendar" | "chat" | "mail" | "push" | "sms" | "plug";

/**
 * What can be connected, as pure data. From a manifest come the card of the provider, the fields on it and its
 * skeleton: every setting under `integration_settings.<name>` is a field, in the order of its declaration.
 */
export type Manifest = {
  /** Names the words (`settings.integrations.<name>.{title,brings,state}`), the settings, and the card: `#<name>`. */
  readonly name: string;
  readonly icon: ProviderIcon;
  /** Cards stand in the order of their positions. */
  readonly position: number;
};
