"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FaultIcon } from "@/components/ui/last-icons";
import { UnlessLeaving } from "./unless-leaving";

type PageErrorProps = { digest: string | undefined; retry: () => void };

/** Shown when a bug breaks the page: the reference under which the log has the bug, and nothing of the bug itself. */
export function PageError({ digest, retry }: PageErrorProps) {
  const t = useTranslations();
  return (
    <UnlessLeaving>
      <div role="alert" className="grid min-h-[60dvh] place-items-center">
        <EmptyState
          icon={<FaultIcon />}
          title={t("errors.page.title")}
          titleAs="h1"
          action={
            <Button variant="primary" onClick={retry}>
              {t("common.tryAgain")}
            </Button>
          }
        >
          <p>{t("errors.page.body")}</p>
          {digest && <p className="mt-2 text-sm text-ink-faint">{t("errors.page.reference", { digest })}</p>}
        </EmptyState>
      </div>
    </UnlessLeaving>
  );
}
