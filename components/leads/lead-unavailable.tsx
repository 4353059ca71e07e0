"use client";

import { CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** Leads could not be read now. What is shown of leads is always fresh, so there is nothing older to show. */
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
