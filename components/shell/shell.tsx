"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Bell } from "@/components/notifications/bell";
import { useRecordPlace } from "@/components/session/use-record-place";
import type { Result } from "@/lib/result";
import { AccountMenu } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { useCurrentProjectId } from "./current-project";
import { Rail } from "./rail";
import { SavingLine } from "./saving-line";
import { useShell } from "./shell-context";
import { ShellNotices } from "./shell-notices";
import { TopBar } from "./top-bar";

type ShellProps = {
  signOut: () => Promise<Result<void>>;
  /** Whether the server knew who and what this page is for. */
  isKnown: boolean;
  children: ReactNode;
};

/** The frame of every page of a signed-in person. */
export function Shell({ signOut, isKnown, children }: ShellProps) {
  const t = useTranslations("shell");
  useRecordPlace(useCurrentProjectId(useShell().rememberedId));
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed start-3 top-3 z-toast -translate-y-20 rounded bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Rail />
      <div className="flex min-w-0 grow flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] md:pb-0">
        <TopBar>
          <SavingLine />
          <Bell />
          <AccountMenu signOut={signOut} />
        </TopBar>
        <main id="content" tabIndex={-1} className="grow px-4 py-6 md:px-7 md:py-7">
          <ShellNotices isKnown={isKnown} />
          {children}
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
