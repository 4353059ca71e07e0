import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { shellActions } from "@/app/shell-actions";
import { FirstScripts } from "@/components/shell/first-scripts";
import { PersonShell } from "@/components/shell/person-shell";
import { readAppearance } from "@/lib/appearance/cookies";
import { getIdentity } from "@/lib/auth";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { startProject } from "@/lib/bootstrap/start-project";
import { cookieName, environment } from "@/lib/env";
import { listWithProject } from "@/lib/leads/query";
import { projectIdOf } from "@/lib/opened-project";
import { paths } from "@/lib/paths";
import { readDeviceId } from "@/lib/session/device-cookie";
import { resumedSession } from "@/lib/session/resumed";
import { blocksIn } from "@/lib/time/blocks-in";

/**
 * The shell of a signed-in person. It opens even if the platform does not answer; only a missing sign-in leads to
 * sign-in.
 */
export default async function AppLayout({ children }: { children: ReactNode }) {
  if (!environment().ok) redirect(paths.setUp());
  const [identity, jar, head] = await Promise.all([getIdentity(), cookies(), headers()]);
  if (!identity) redirect(paths.signIn(head.get("x-address") ?? undefined));

  const remembered = projectIdOf(jar.get(cookieName("project"))?.value);
  const read = await loadBootstrap(remembered, await readDeviceId());
  if (!read.ok && read.error.code === "unauthenticated") redirect(paths.refused());
  const boot = read.ok ? read.value : null;
  // The account is a person's before any project is.
  const address = head.get("x-address") ?? "";
  if (boot?.projects.length === 0 && !address.startsWith(paths.settings.account())) redirect(paths.welcome());
  // Here and not in the page, whose frame is on its way by then: the browser would draw it, and then load another.
  const start = boot ? startProject(boot) : remembered;
  const list = start && listWithProject(address, start);
  if (list) redirect(list);

  const { userId, email } = identity;
  const zone = (await readAppearance()).appearance.data_preferences.timezone;
  return (
    <PersonShell
      userId={userId}
      email={email}
      known={boot && { user: boot.user, projects: boot.projects, reached: boot.reached }}
      rememberedId={boot ? (boot.project_id ?? boot.projects[0]?.id ?? null) : remembered}
      settings={boot && { projectId: boot.project_id, rows: boot.settings, at: Date.parse(boot.at) }}
      zones={blocksIn([zone, boot?.settings])}
      notifications={boot?.notifications ?? null}
      session={boot && resumedSession(boot.session)}
      actions={shellActions}
    >
      <FirstScripts nonce={head.get("x-nonce") ?? undefined} />
      {children}
    </PersonShell>
  );
}
