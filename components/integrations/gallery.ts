import { isConnected, type Connection } from "@/lib/integrations/contract/connection";
import type { Manifest, ProviderCategory } from "@/lib/integrations/contract/declaration";
import type { ProjectApp } from "@/lib/integrations/project-apps/shown";
import { score } from "@/lib/settings/form/search";

/**
 * How a provider stands with a person. `attention`: connected, and not well. `none`: it cannot be connected in this version,
 * or it is not known how it stands.
 */
export type Standing = "connected" | "attention" | "available" | "none";

/** `reached`: the channels on which something reaches the person: what is set up on another page is seen by them. */
export function standingOf(
  { name, connect }: Manifest,
  connection: Connection | null | undefined,
  reached: readonly string[],
): Standing {
  if (connect === null) return "none";
  if (connect.by === "link") return reached.includes(name) ? "connected" : "available";
  if (connection === undefined) return "none";
  if (connection === null || !isConnected(connection)) return "available";
  return connection.state === "connected" ? "connected" : "attention";
}

/** The same with what is connected for everybody in the person's projects. */
export function standingWith(own: Standing, apps: readonly Pick<ProjectApp, "problem">[]): Standing {
  if (own !== "available" || apps.length === 0) return own;
  return apps.some(({ problem }) => problem === null) ? "connected" : "attention";
}

export const galleryStates = ["all", "connected", "attention", "available"] as const;
export type GalleryState = (typeof galleryStates)[number];

/** Which providers are looked for. Undefined and null: any. */
export type GalleryQuery = Readonly<{
  words: string | undefined;
  category: ProviderCategory | null;
  state: GalleryState;
}>;

export const everything: GalleryQuery = { words: undefined, category: null, state: "all" };
export const isNarrowed = ({ words, category, state }: GalleryQuery): boolean =>
  words !== undefined || category !== null || state !== "all";

/** What needs attention is connected, too. */
export const isInState = (state: GalleryState, standing: Standing): boolean =>
  state === "all" || state === standing || (state === "connected" && standing === "attention");

/** What a card says, by which it is found. */
export type CardWords = Readonly<{
  title: string;
  brings: string;
  category: string;
  fields: readonly string[];
}>;

/** Whether the words of a card answer what is looked for, as forgiving as the search of settings; also by its own name. */
export function isFound({ words }: GalleryQuery, name: string, card: CardWords): boolean {
  if (words === undefined) return true;
  const { title, brings, category, fields } = card;
  return (
    score({ title, also: [name], group: category, page: "", help: brings, options: [...fields] }, words) > 0
  );
}
