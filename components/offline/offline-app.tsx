"use client";

import { NextIntlClientProvider, useLocale as useLanguageTag } from "next-intl";
import type { ComponentProps } from "react";
import { PersonShell } from "@/components/shell/person-shell";
import { readWorkspace } from "@/components/workspace/workspace";
import { openedProject } from "@/lib/opened-project";
import type { DevicePerson } from "@/lib/settings/outbox/storage";
import { NobodyHere } from "./nobody-here";
import { OfflineScreen } from "./offline-screen";
import { OfflineSkeleton } from "./offline-skeleton";
import { StayHere } from "./stay-here";
import { useDevicePerson } from "./use-device-person";

type Actions = ComponentProps<typeof PersonShell>["actions"];

/**
 * The page that the service worker shows at any address without an answer. It shows the shell and the settings of the
 * person who used this device last, from this device alone, with the same components as the online pages; edits go
 * into the outbox as always.
 */
export function OfflineApp({ actions }: { actions: Actions }) {
  const device = useDevicePerson();
  const tag = useLanguageTag();
  if (!device) return <OfflineSkeleton />;
  // The page was rendered when it was stored: by its own clock, everything learned since would be in the future.
  return (
    <NextIntlClientProvider locale={tag} now={device.at}>
      {device.person ? <Person person={device.person} actions={actions} /> : <NobodyHere />}
    </NextIntlClientProvider>
  );
}

function Person({ person, actions }: { person: DevicePerson; actions: Actions }) {
  const shell = readWorkspace(person.shell) ?? { user: { name: "", email: "" }, projects: [], reached: [] };
  return (
    <StayHere>
      <PersonShell
        userId={person.userId}
        email={shell.user.email}
        known={shell}
        rememberedId={openedProject(new URL(window.location.href)) ?? shell.projects[0]?.id ?? null}
        settings={null}
        zones={[]}
        notifications={null}
        session={null}
        actions={actions}
      >
        <OfflineScreen />
      </PersonShell>
    </StayHere>
  );
}
