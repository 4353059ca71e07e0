"use client";

import { useSession } from "@/components/session/session-context";
import { useDeviceSettings } from "@/components/settings/settings-provider";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { useShell } from "./shell-context";
import { UserMenu } from "./user-menu";

/** The account menu with the real deeds: what signing out does to this device is the settings' business. */
export function AccountMenu({ signOut }: { signOut: () => Promise<Result<void>> }) {
  const { user } = useShell();
  const { prepareSignOut, clearDevice } = useDeviceSettings();
  const { stop } = useSession();
  return (
    <UserMenu
      user={user}
      signOut={signOut}
      flush={prepareSignOut}
      clearDevice={() => {
        stop();
        return clearDevice();
      }}
      leavePage={() => window.location.assign(paths.signIn())}
    />
  );
}
