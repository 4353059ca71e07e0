import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getIdentity } from "@/lib/auth";
import { startProject } from "@/lib/bootstrap/start-project";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { cookieName, environment } from "@/lib/env";
import { paths } from "@/lib/paths";
import { readDeviceId } from "@/lib/session/device-cookie";
import { returnAddress } from "@/lib/session/place";
import { parse } from "@/lib/settings/resolve";
import { session } from "@/lib/settings/session";

type PageProps = { searchParams: Promise<{ start?: string | string[] }> };

/**
 * Redirects to the set-up page, sign-in, the welcome page, the page that the person last had open on this device, or
 * the dashboard. `?start` ignores the last open page.
 */
export default async function Home({ searchParams }: PageProps) {
  if (!environment().ok) redirect(paths.setUp());
  if (!(await getIdentity())) redirect(paths.signIn());
  const [jar, device, { start }] = await Promise.all([cookies(), readDeviceId(), searchParams]);
  const remembered = jar.get(cookieName("project"))?.value ?? null;
  const boot = await loadBootstrap(remembered, device);
  if (!boot.ok && boot.error.code === "unauthenticated") redirect(paths.refused());
  if (!boot.ok) redirect(remembered ? paths.dashboard(remembered) : paths.settings.dashboard());
  const { projects, session: kept } = boot.value;
  const project = startProject(boot.value);
  if (!project) redirect(paths.welcome());
  const { path } = parse(session, kept.here ?? {}).current_context;
  const ids = projects.map(({ id }) => id);
  const back = start === undefined ? returnAddress(path, ids) : null;
  redirect(back || paths.dashboard(project));
}
