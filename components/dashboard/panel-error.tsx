import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Says why a card has no figures, and offers to try again. */
export function PanelError({ pending, onRetry }: { pending: boolean; onRetry: () => void }) {
  const t = useTranslations("dashboard.failed");
  return (
    <div className="flex min-h-28 grow flex-col items-center justify-center gap-3 text-center text-ink-soft">
      <p className="flex items-center gap-2">
        <CloudOff aria-hidden="true" className="size-4 shrink-0" />
        {t("card")}
      </p>
      <Button size="sm" pending={pending} onClick={onRetry}>
        {t("retry")}
      </Button>
    </div>
  );
}
