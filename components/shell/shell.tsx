"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Bell } from "@/components/notifications/bell";
import type { LeadActions } from "@/components/leads/use-judgement";
import { PaletteButton } from "@/components/palette/palette-button";
import { PaletteProvider } from "@/components/palette/palette-provider";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import type { Result } from "@/lib/result";
import { BottomBar } from "./bottom-bar";
import { useCurrentProjectId } from "@/components/workspace/current-project";
import { Rail } from "./rail";
import { SavingLine } from "./saving-line";
import { useWorkspace } from "@/components/workspace/workspace";
import { ShellNotices } from "./shell-notices";
import { SignOutProvider } from "@/components/account/sign-out";
import { TopBar } from "./top-bar";
import { UserMenu } from "./user-menu";

/** Nothing on the page waits for where the person is to be stored. */
const RecordPlace = laterPart(
  fetchedEarly(() => import("@/components/session/record-place").then((module) => module.RecordPlace)),
);

const DeviceReadiness = laterPart(() =>
  import("./device-readiness").then((module) => module.DeviceReadiness),
);

type ShellProps = {
  signOut: () => Promise<Result<void>>;
  /** How a lead is judged from the palette. */
  leads: LeadActions;
  /** Whether the server could read the workspace for this page. */
  isKnown: boolean;
  children: ReactNode;
};

/** The frame of every page of a signed-in person, and the keys that act on all of them. */
export const Shell = ({ signOut, leads, isKnown, children }: ShellProps) => (
  <SignOutProvider signOut={signOut}>
    <PaletteProvider leads={leads}>
      <Frame isKnown={isKnown}>{children}</Frame>
    </PaletteProvider>
  </SignOutProvider>
);

function Frame({ isKnown, children }: Pick<ShellProps, "isKnown" | "children">) {
  const t = useTranslations("shell");
  const projectId = useCurrentProjectId(useWorkspace().rememberedId);
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed start-3 top-3 z-toast -translate-y-20 rounded bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0 print:hidden"
      >
        {t("skip")}
      </a>
      <Rail />
      <div className="flex min-w-0 grow flex-col pb-(--bottom-bar)">
        <TopBar>
          <SavingLine />
          <PaletteButton />
          <Bell />
          <UserMenu />
        </TopBar>
        <main id="content" tabIndex={-1} className="grow px-4 py-(--page-y) md:px-7">
          <ShellNotices isKnown={isKnown} />
          {children}
        </main>
      </div>
      <BottomBar />
      <RecordPlace projectId={projectId} />
      <DeviceReadiness />
    </div>
  );
}
