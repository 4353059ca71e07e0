import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setPassword } from "@/app/actions/account";
import { AuthHeading } from "@/components/auth/auth-heading";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { isRecoveryNow } from "@/lib/account/changes";
import { getIdentity } from "@/lib/auth";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.newPassword"))("title") };
}

/**
 * The page after a recovery mail's link: opening the link has signed the person in. Whoever comes otherwise, or too late,
 * is asked for the old password.
 */
export default async function NewPasswordPage() {
  const identity = await getIdentity();
  if (!identity || identity.expired) redirect(paths.reset());
  const t = await getTranslations("auth.newPassword");
  return (
    <>
      <AuthHeading title={t("title")} description={t("description", { email: identity.email })} />
      <NewPasswordForm email={identity.email} needsCurrent={!isRecoveryNow(identity)} action={setPassword} />
    </>
  );
}
