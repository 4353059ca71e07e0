import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

export function UnreachableBanner() {
  const t = useTranslations("shell.unreachable");
  return (
    <Banner tone="caution" role="status" icon={<CloudOff aria-hidden="true" />} title={t("title")}>
      {t("body")}
    </Banner>
  );
}
