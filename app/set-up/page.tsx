import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/auth/auth-frame";
import { AuthHeading } from "@/components/auth/auth-heading";
import { MissingVariables } from "@/components/auth/missing-variables";
import { environment } from "@/lib/env";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title") };
}

/** Shown instead of every page while the environment is incomplete. Names variables, never values. */
export default async function SetUpPage() {
  const read = environment();
  if (read.ok) redirect(paths.home());
  const t = await getTranslations("setup");
  return (
    <AuthFrame>
      <AuthHeading title={t("title")} description={t("description")} />
      <MissingVariables names={read.missing} />
    </AuthFrame>
  );
}
