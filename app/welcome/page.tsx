import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createWorkspace } from "@/app/actions/account";
import { AuthFootnote } from "@/components/auth/auth-footnote";
import { AuthFrame } from "@/components/auth/auth-frame";
import { AuthHeading } from "@/components/auth/auth-heading";
import { WorkspaceForm } from "@/components/auth/workspace-form";
import { getIdentity } from "@/lib/auth";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { environment } from "@/lib/env";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("welcome"))("title") };
}

/** For a person without a project; a person with projects is redirected. */
export default async function WelcomePage() {
  if (!environment().ok) redirect(paths.setUp());
  if (!(await getIdentity())) redirect(paths.signIn(paths.welcome()));
  const boot = await loadBootstrap(null);
  if (!boot.ok && boot.error.code === "unauthenticated") redirect(paths.refused());
  if (boot.ok && boot.value.projects.length > 0) redirect(paths.home());
  const t = await getTranslations("welcome");
  return (
    <AuthFrame>
      <AuthHeading title={t("title")} description={t("description")} />
      <WorkspaceForm action={createWorkspace} />
      <AuthFootnote href={paths.settings.account()}>{t("toAccount")}</AuthFootnote>
    </AuthFrame>
  );
}
