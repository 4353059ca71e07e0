import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openMailLink } from "@/app/actions/account";
import { AuthHeading } from "@/components/auth/auth-heading";
import { linkKind } from "@/components/auth/link-kind";
import { OpenMailLink, SpentLink } from "@/components/auth/open-mail-link";
import { safeParse } from "@/lib/schema";
import { mailLinkSchema } from "@/lib/account/credentials";

type CallbackPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

// The address holds a secret and must not be sent to another site as a referrer.
export const metadata: Metadata = { referrer: "no-referrer" };

/** The target of a mail's link. Opening the page changes nothing; its button does. */
export default async function CallbackPage({ searchParams }: CallbackPageProps) {
  const { token_hash, type } = await searchParams;
  const link = safeParse(mailLinkSchema, { token_hash, type });
  const t = await getTranslations("auth.callback");
  const kind = typeof type === "string" ? linkKind(type) : "confirm";
  return (
    <>
      <AuthHeading title={t(`${kind}.title`)} description={link.success && t(`${kind}.description`)} />
      {link.success ? (
        <OpenMailLink link={link.data} action={openMailLink} />
      ) : (
        <SpentLink recovery={kind === "recovery"} />
      )}
    </>
  );
}
