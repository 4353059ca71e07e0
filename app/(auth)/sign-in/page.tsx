import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signIn } from "@/app/actions/account";
import { AuthFootnote } from "@/components/auth/auth-footnote";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SignInForm } from "@/components/auth/sign-in-form";
import { nextPath } from "@/lib/account/next-path";
import { getIdentity } from "@/lib/auth";
import { paths } from "@/lib/paths";

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  const identity = await getIdentity();
  if (identity && !identity.expired) redirect(paths.home());
  const t = await getTranslations("auth.signIn");
  return (
    <>
      <AuthHeading title={t("title")} description={t("description")} />
      <SignInForm action={signIn} next={nextPath(typeof next === "string" ? next : null) ?? paths.home()} />
      <AuthFootnote question={t("noAccount")} href={paths.signUp()}>
        {t("toSignUp")}
      </AuthFootnote>
    </>
  );
}
