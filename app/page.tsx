import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getIdentity } from "@/lib/auth";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { cookieName, environment } from "@/lib/env";
import { paths } from "@/lib/paths";

/** Leads everyone to where they belong: the set-up page, sign-in, the welcome page or the dashboard they last had open. */
export default async function Home() {
  if (!environment().ok) redirect(paths.setUp());
  if (!(await getIdentity())) redirect(paths.signIn());
  const remembered = (await cookies()).get(cookieName("project"))?.value ?? null;
  const boot = await loadBootstrap(remembered);
  if (!boot.ok && boot.error.code === "unauthenticated") redirect(paths.signIn());
  if (!boot.ok) redirect(remembered ? paths.dashboard(remembered) : paths.settings.dashboard());
  const [first] = boot.value.projects;
  if (!first) redirect(paths.welcome());
  redirect(paths.dashboard(boot.value.project_id ?? first.id));
}
