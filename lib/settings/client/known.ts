import type { SettingsClient } from "./settings-client";

type Known = Pick<SettingsClient, "views" | "watch" | "subscribe">;

/** The settings of a project (null: all projects) are known: the server told of them, or else the device. */
export const isKnown = ({ views }: Pick<Known, "views">, projectId: string | null): boolean =>
  views.dashboard(projectId).freshness.status !== "looking";

/** Resolves as soon as the settings of a project are known. */
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
