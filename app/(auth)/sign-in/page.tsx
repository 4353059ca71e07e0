import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CircleAlert, CircleCheck } from "lucide-react";
import { signIn } from "@/app/actions/account";
import { AuthFootnote } from "@/components/auth/auth-footnote";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Banner } from "@/components/ui/banner";
import { nextPath } from "@/lib/account/next-path";
import { getIdentity } from "@/lib/auth";
import { paths } from "@/lib/paths";

type Asked = "next" | "refused" | "deleted";
type SignInPageProps = { searchParams: Promise<Partial<Record<Asked, string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, refused, deleted } = await searchParams;
  const identity = await getIdentity();
  // Whom the platform refuses would come straight back from the home page.
  if (identity && !identity.expired && refused === undefined) redirect(paths.home());
  const t = await getTranslations("auth.signIn");
  return (
    <>
      <AuthHeading title={t("title")} description={t("description")} />
      {refused !== undefined && (
        <div className="mb-6">
          <Banner tone="caution" icon={<CircleAlert aria-hidden="true" />} title={t("refusedTitle")}>
            {t("refusedBody")}
          </Banner>
        </div>
      )}
      {deleted !== undefined && (
        <div className="mb-6">
          <Banner
            tone="positive"
            role="status"
            icon={<CircleCheck aria-hidden="true" />}
            title={t("deletedTitle")}
          >
            {t("deletedBody")}
          </Banner>
        </div>
      )}
      <SignInForm action={signIn} next={nextPath(typeof next === "string" ? next : null) ?? paths.home()} />
      <AuthFootnote question={t("noAccount")} href={paths.signUp()}>
        {t("toSignUp")}
      </AuthFootnote>
    </>
  );
}
