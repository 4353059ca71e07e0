"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useSession } from "@/components/session/session-context";
import { useDeviceSettings } from "@/components/settings/settings-provider";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { forgetUsed } from "@/lib/device/last-used";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { useSignOut } from "./use-sign-out";

/** The question comes when the page stands: it must be there when the network is gone. */
const SignOutDialog = laterPart(
  fetchedEarly(() => import("./sign-out-dialog").then((module) => module.SignOutDialog)),
);

type SignOut = { start: () => void; pending: boolean };

const SignOutContext = createContext<SignOut | null>(null);

type SignOutProviderProps = { signOut: () => Promise<Result<void>>; children: ReactNode };

/** Signs out, for the menu and the palette alike: clears this device, and asks first where edits would be lost. */
export function SignOutProvider({ signOut, children }: SignOutProviderProps) {
  const { prepareSignOut, clearDevice } = useDeviceSettings();
  const { stop } = useSession();
  const { start, pending, waiting, leave, stay } = useSignOut({
    flush: prepareSignOut,
    signOut,
    clearDevice() {
      stop();
      forgetUsed();
      return clearDevice();
    },
    leavePage: () => window.location.assign(paths.signIn()),
  });
  return (
    <SignOutContext value={{ start, pending }}>
      {children}
      <SignOutDialog waiting={waiting} pending={pending} onLeave={leave} onStay={stay} />
    </SignOutContext>
  );
}

export function useWayOut(): SignOut {
  const context = useContext(SignOutContext);
  if (!context) throw new Error("useWayOut is used outside SignOutProvider");
  return context;
}
