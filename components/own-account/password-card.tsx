"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { AccountActions } from "./account-actions";
import { AccountCard } from "./account-card";
import { PasswordDialog } from "./password-dialog";

type PasswordCardProps = { email: string; action: AccountActions["setPassword"] };

export function PasswordCard({ email, action }: PasswordCardProps) {
  const t = useTranslations("settings.account.password");
  const [asking, setAsking] = useState(false);
  return (
    <AccountCard
      title={t("title")}
      description={t("body")}
      action={
        <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t("change")}
        </Button>
      }
    >
      {asking && <PasswordDialog email={email} action={action} onClose={() => setAsking(false)} />}
    </AccountCard>
  );
}
