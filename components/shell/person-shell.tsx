"use client";

import { useMemo, type ComponentProps, type ReactNode } from "react";
import { DebugMode } from "@/components/debug/debug-mode";
import { timed } from "@/components/debug/save-timing";
import type { LeadActions } from "@/components/leads/use-judgement";
import { NotificationsProvider } from "@/components/notifications/notifications-provider";
import { SessionProvider, type SessionProviderProps } from "@/components/session/session-provider";
import { SettingsProvider } from "@/components/settings/settings-provider";
import { useRememberedShell } from "@/components/settings/settings-provider";
import { useRehearsedPress } from "@/components/settings/use-rehearsed-press";
import type { Result } from "@/lib/result";
import type { Json } from "@/lib/settings/json";
import { useCurrentProjectId } from "@/components/workspace/current-project";
import { FormatsProvider } from "@/components/appearance/formats-provider";
import { PersonalAppearance } from "@/components/appearance/personal-appearance";
import { ZonesProvider } from "@/components/ui/zones";
import type { ZoneBlock } from "@/lib/time/zone";
import { KeptPage } from "./kept-page";
import { Shell } from "./shell";
import { useHeardClock } from "./use-heard-clock";
import { readWorkspace, WorkspaceContext, type KnownWorkspace } from "@/components/workspace/workspace";

type Settings = ComponentProps<typeof SettingsProvider>;
type Notifications = ComponentProps<typeof NotificationsProvider>;

type PersonShellProps = {
  userId: string;
  email: string;
  /** The workspace as the server knows it; null where the server could not be reached. */
  known: KnownWorkspace | null;
  rememberedId: string | null;
  settings: Settings["initial"];
  /** The zones that the person's settings and the cookie name. */
  zones: readonly ZoneBlock[];
  notifications: Notifications["initial"];
  /** What the person had open at the last visit. */
  session: SessionProviderProps["resumed"];
  actions: {
    signOut: () => Promise<Result<void>>;
    patchSettings: Settings["patchSettings"];
    markRead: Notifications["markRead"];
    markBatch: Notifications["markBatch"];
    changeNotifications: Notifications["change"];
    saveSessionState: SessionProviderProps["save"];
    judgeLead: LeadActions["judge"];
    takeBackJudgement: LeadActions["takeBack"];
  };
  children: ReactNode;
};

/** Everything that belongs to the signed-in person, around every page: settings, notifications, the frame. */
export function PersonShell(props: PersonShellProps) {
  const { userId, email, known, rememberedId, settings, notifications, session, actions } = props;
  useRehearsedPress(settings);
  useHeardClock(settings?.at ?? null);
  // Stays the same object while its content is the same, because the settings client starts anew when it changes.
  const written = known && JSON.stringify(known);
  const shell = useMemo((): Json => (written ? JSON.parse(written) : null), [written]);
  const patchSettings = useMemo(() => timed(actions.patchSettings), [actions.patchSettings]);
  const leads = { judge: actions.judgeLead, takeBack: actions.takeBackJudgement };
  return (
    <ClockOf zones={props.zones}>
      <SettingsProvider
        userId={userId}
        projectId={useCurrentProjectId(rememberedId)}
        initial={settings}
        shell={shell}
        patchSettings={patchSettings}
      >
        <NotificationsProvider
          userId={userId}
          initial={notifications}
          markRead={actions.markRead}
          markBatch={actions.markBatch}
          change={actions.changeNotifications}
        >
          <Remembered known={known} email={email} rememberedId={rememberedId}>
            <SessionProvider userId={userId} resumed={session} save={actions.saveSessionState}>
              <PersonalAppearance userId={userId}>
                <Shell signOut={actions.signOut} leads={leads} isKnown={known !== null}>
                  {props.children}
                </Shell>
                <DebugMode />
                <KeptPage userId={userId} />
              </PersonalAppearance>
            </SessionProvider>
          </Remembered>
        </NotificationsProvider>
      </SettingsProvider>
    </ClockOf>
  );
}

/** The cookie may name another zone than the person's row, which the page is about to follow: both clocks are at hand. */
const ClockOf = ({ zones, children }: { zones: readonly ZoneBlock[]; children: ReactNode }) => (
  <ZonesProvider blocks={zones}>
    <FormatsProvider>{children}</FormatsProvider>
  </ZonesProvider>
);

type RememberedProps = Pick<PersonShellProps, "known" | "email" | "rememberedId" | "children">;

/** Provides the workspace from the server, else from the device, else only with the email address. */
function Remembered({ known, email, rememberedId, children }: RememberedProps) {
  const remembered = readWorkspace(useRememberedShell());
  const data = known ?? remembered ?? { user: { name: "", email }, projects: [], reached: [] };
  return <WorkspaceContext value={{ ...data, rememberedId }}>{children}</WorkspaceContext>;
}
