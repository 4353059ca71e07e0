"use client";

import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Account } from "@/lib/account/account";
import type { AccountActions } from "./account-actions";
import { AccountCard } from "./account-card";
import { EmailDialog } from "./email-dialog";
import { NameForm } from "./name-form";

type ProfileCardProps = {
  account: Account;
  actions: Pick<AccountActions, "changeName" | "changeEmail">;
};

export function ProfileCard({ account, actions }: ProfileCardProps) {
  const t = useTranslations("settings.account.profile");
  const [asking, setAsking] = useState(false);
  /** Also where nothing was sent, as to the address of another account. */
  const [sentTo, setSentTo] = useState<string | null>(null);
  const waitingFor = sentTo ?? account.new_email;
  return (
    <AccountCard title={t("title")}>
      <NameForm name={account.user.name} action={actions.changeName} />
      <div className="grid gap-3 px-5 py-(--row-y)">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 grow basis-[min(14rem,65%)]">
            <p className="font-medium">{t("email")}</p>
            <p className="wrap-anywhere">
              <bdi>{account.user.email}</bdi>
            </p>
            <p className="mt-0.5 text-sm text-ink-soft">{t("emailHelp")}</p>
          </div>
          <Button aria-haspopup="dialog" onClick={() => setAsking(true)} aria-label={t("changeEmail")}>
            {t("change")}
          </Button>
        </div>
        {waitingFor && (
          <Banner
            role={sentTo ? "status" : undefined}
            icon={<MailCheck aria-hidden="true" />}
            title={t("pending", { email: waitingFor })}
          >
            {t("pendingBody")} {sentTo && t("sentBody")}
          </Banner>
        )}
      </div>
      {asking && (
        <EmailDialog
          email={account.user.email}
          action={actions.changeEmail}
          onClose={() => setAsking(false)}
          onSent={setSentTo}
        />
      )}
    </AccountCard>
  );
}
