"use client";

import { CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { Account } from "@/lib/account/account";
import type { Result } from "@/lib/result";
import type { AccountActions } from "./account-actions";
import { DataCard } from "./data-card";
import { DeletionCard } from "./deletion-card";
import { DevicesCard } from "./devices-card";
import { PasswordCard } from "./password-card";
import { ProfileCard } from "./profile-card";

type AccountScreenProps = {
  account: Result<Account>;
  actions: AccountActions;
};

/** Who the person is, how they sign in, where they are signed in, what is kept about them, and the way out. */
export function AccountScreen({ account, actions }: AccountScreenProps) {
  const t = useTranslations("settings.account");
  const router = useRouter();
  const retry = (
    <Button size="sm" onClick={() => router.refresh()}>
      {t("tryAgain")}
    </Button>
  );
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <PageHeader title={t("title")} description={t("description")} />
      {account.ok ? (
        <>
          <ProfileCard account={account.value} actions={actions} />
          <PasswordCard email={account.value.user.email} action={actions.setPassword} />
          <DevicesCard signIns={account.value.sign_ins} action={actions.endSignIns} />
          <DataCard />
          <DeletionCard account={account.value} action={actions.deleteAccount} />
        </>
      ) : (
        <Banner
          tone="caution"
          role="alert"
          icon={<CloudOff aria-hidden="true" />}
          title={t("unavailable")}
          action={retry}
        />
      )}
    </div>
  );
}
