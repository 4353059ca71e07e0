"use client";

import { CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** Says that leads cannot be read now. No older leads are shown: leads on the screen are always fresh. */
export function LeadUnavailable() {
  const t = useTranslations("leads.unavailable");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Card>
      <EmptyState
        icon={<CloudOff />}
        title={t("title")}
        action={
          <Button pending={pending} onClick={() => startTransition(() => router.refresh())}>
            {t("retry")}
          </Button>
        }
      >
        {t("body")}
      </EmptyState>
    </Card>
  );
}
