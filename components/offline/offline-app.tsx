"use client";

import { NextIntlClientProvider, useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { PersonShell } from "@/components/shell/person-shell";
import { readShellData } from "@/components/shell/shell-context";
import { openedProject } from "@/lib/opened-project";
import type { DevicePerson } from "@/lib/settings/outbox/storage";
import { NobodyHere } from "./nobody-here";
import { OfflineScreen } from "./offline-screen";
import { OfflineSkeleton } from "./offline-skeleton";
import { StayHere } from "./stay-here";
import { useDevicePerson } from "./use-device-person";

type Actions = ComponentProps<typeof PersonShell>["actions"];

/**
 * Stands at any address that could not be answered. It comes from this device alone: the frame and the settings of the
 * person who was here last, in the very components of the pages with a server; edits go into the outbox as ever.
 */
export function OfflineApp({ actions }: { actions: Actions }) {
  const device = useDevicePerson();
  const locale = useLocale();
  if (!device) return <OfflineSkeleton />;
  // The page was made when it was stored: its own clock would say "in 5 minutes" of what was learned since.
  return (
    <NextIntlClientProvider locale={locale} now={device.at}>
      {device.person ? <Person person={device.person} actions={actions} /> : <NobodyHere />}
    </NextIntlClientProvider>
  );
}

function Person({ person, actions }: { person: DevicePerson; actions: Actions }) {
  const shell = readShellData(person.shell) ?? { user: { name: "", email: "" }, projects: [] };
  return (
    <StayHere>
      <PersonShell
        userId={person.userId}
        email={shell.user.email}
        known={shell}
        rememberedId={openedProject(new URL(window.location.href)) ?? shell.projects[0]?.id ?? null}
        settings={null}
        notifications={null}
        session={null}
        actions={actions}
      >
        <OfflineScreen />
      </PersonShell>
    </StayHere>
  );
}
