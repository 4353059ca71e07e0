"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Account } from "@/lib/account/account";
import type { AccountActions } from "./account-actions";
import { AccountCard } from "./account-card";
import { DeletionDialog } from "./deletion-dialog";

type DeletionCardProps = { account: Account; action: AccountActions["deleteAccount"] };

export function DeletionCard({ account, action }: DeletionCardProps) {
  const t = useTranslations("settings.account.deletion");
  const [asking, setAsking] = useState(false);
  return (
    <AccountCard
      title={t("title")}
      description={t("body")}
      action={
        <Button variant="danger" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t("open")}
        </Button>
      }
    >
      {asking && <DeletionDialog account={account} action={action} onClose={() => setAsking(false)} />}
    </AccountCard>
  );
}
