import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { signOut } from "@/app/actions/account";
import { markNotificationsRead } from "@/app/actions/notifications";
import { Bell } from "@/components/notifications/bell";
import { NotificationsProvider } from "@/components/notifications/notifications-provider";
import { AccountMenu } from "@/components/shell/account-menu";
import { Shell } from "@/components/shell/shell";
import { UnreachableBanner } from "@/components/shell/unreachable-banner";
import { getIdentity } from "@/lib/auth";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { cookieName, environment } from "@/lib/env";
import { paths } from "@/lib/paths";

/** The shell of a signed-in person. It opens whether or not the platform answers; only a missing session turns it away. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  if (!environment().ok) redirect(paths.setUp());
  const identity = await getIdentity();
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const signIn = paths.signIn(head.get("x-address") ?? undefined);
  if (!identity) redirect(signIn);

  const remembered = jar.get(cookieName("project"))?.value ?? null;
  const boot = await loadBootstrap(remembered);
  if (!boot.ok && boot.error.code === "unauthenticated") redirect(signIn);
  if (boot.ok && boot.value.projects.length === 0) redirect(paths.welcome());

  const projects = boot.ok ? boot.value.projects : [];
  const known = boot.ok ? (boot.value.project_id ?? projects[0]?.id ?? null) : remembered;
  const user = boot.ok ? boot.value.user : { name: "", email: identity.email };
  return (
    <NotificationsProvider
      userId={identity.userId}
      initial={boot.ok ? boot.value.notifications : null}
      markRead={markNotificationsRead}
    >
      <Shell
        projects={projects}
        rememberedId={known}
        status={null}
        bell={<Bell />}
        menu={<AccountMenu user={user} signOut={signOut} />}
        banner={boot.ok ? null : <UnreachableBanner />}
      >
        {children}
      </Shell>
    </NotificationsProvider>
  );
}
