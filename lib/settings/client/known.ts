import type { SettingsClient } from "./settings-client";

type Known = Pick<SettingsClient, "views" | "watch" | "subscribe">;

/** Somebody has said what the settings of a scope are: the server, or the device because the server is out of reach. */
export const isKnown = ({ views }: Pick<Known, "views">, projectId: string | null): boolean =>
  views.dashboard(projectId).freshness.status !== "looking";

/** Resolves as soon as that is so. */
export async function known(client: Known, projectId: string | null): Promise<void> {
  if (isKnown(client, projectId)) return;
  const stopWatching = client.watch(projectId);
  await new Promise<void>((resolve) => {
    const stopListening = client.subscribe(() => {
      if (!isKnown(client, projectId)) return;
      stopListening();
      resolve();
    });
  });
  stopWatching();
}
