import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signUp } from "@/app/actions/account";
import { AuthFootnote } from "@/components/auth/auth-footnote";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signUp"))("title") };
}

export default async function SignUpPage() {
  const t = await getTranslations("auth.signUp");
  return (
    <>
      <AuthHeading title={t("title")} description={t("description")} />
      <SignUpForm action={signUp} />
      <AuthFootnote question={t("haveAccount")} href={paths.signIn()}>
        {t("toSignIn")}
      </AuthFootnote>
    </>
  );
}
