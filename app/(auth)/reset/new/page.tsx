import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setPassword } from "@/app/actions/account";
import { AuthHeading } from "@/components/auth/auth-heading";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { getIdentity } from "@/lib/auth";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.newPassword"))("title") };
}

/** The page after a recovery mail's link: opening the link has signed the person in. */
export default async function NewPasswordPage() {
  const identity = await getIdentity();
  if (!identity || identity.expired) redirect(paths.reset());
  const t = await getTranslations("auth.newPassword");
  return (
    <>
      <AuthHeading title={t("title")} description={t("description", { email: identity.email })} />
      <NewPasswordForm email={identity.email} action={setPassword} />
    </>
  );
}
