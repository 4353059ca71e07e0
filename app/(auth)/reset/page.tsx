import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestPasswordReset } from "@/app/actions/account";
import { AuthFootnote } from "@/components/auth/auth-footnote";
import { AuthHeading } from "@/components/auth/auth-heading";
import { ResetRequestForm } from "@/components/auth/reset-request-form";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPage() {
  const t = await getTranslations("auth.reset");
  return (
    <>
      <AuthHeading title={t("title")} description={t("description")} />
      <ResetRequestForm action={requestPasswordReset} />
      <AuthFootnote href={paths.signIn()}>{t("toSignIn")}</AuthFootnote>
    </>
  );
}
