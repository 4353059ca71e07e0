"use client";

import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import type { MailLink } from "@/lib/account/credentials";
import { paths } from "@/lib/paths";
import type { FailureCode, Result } from "@/lib/result";
import { linkKind } from "./link-kind";
import { MailSent } from "./mail-sent";

type OpenMailLinkProps = {
  link: MailLink;
  action: (link: MailLink) => Promise<Result<{ half: boolean }>>;
};

/** A button that uses the link of a mail. A link works once; a used or expired one offers a new one. */
export function OpenMailLink({ link, action }: OpenMailLinkProps) {
  const t = useTranslations();
  const [pending, startTransition] = useTransition();
  const [half, setHalf] = useState(false);
  const [refusal, setRefusal] = useState<FailureCode | null>(null);
  const open = () =>
    startTransition(async () => {
      const result = await action(link).catch(() => null);
      if (!result?.ok) return setRefusal(result?.error.code ?? "unavailable");
      if (result.value.half) return setHalf(true);
      window.location.assign(nextPage[linkKind(link.type)]());
    });
  if (half) return <MailSent title={t("auth.callback.halfTitle")}>{t("auth.callback.halfBody")}</MailSent>;
  if (refusal === "not_found") return <SpentLink recovery={link.type === "recovery"} />;
  return (
    <div className="grid gap-5">
      {refusal && (
        <Banner tone="danger" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {t(`errors.codes.${refusal}`)}
        </Banner>
      )}
      <Button variant="primary" size="lg" pending={pending} disabled={pending} onClick={open}>
        {t(`auth.callback.${linkKind(link.type)}.submit`)}
      </Button>
    </div>
  );
}

const nextPage = { recovery: paths.newPassword, emailChange: paths.settings.account, confirm: paths.home };

export function SpentLink({ recovery }: { recovery: boolean }) {
  const t = useTranslations("auth.callback");
  return (
    <div className="grid justify-items-start gap-4">
      <Banner tone="caution" role="alert" icon={<CircleAlert aria-hidden="true" />} title={t("spentTitle")}>
        {t("spentBody")}
      </Banner>
      <Link href={recovery ? paths.reset() : paths.signIn()} className={buttonClass({ variant: "primary" })}>
        {t(recovery ? "newLink" : "toSignIn")}
      </Link>
    </div>
  );
}
