import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LostIcon } from "@/components/ui/last-icons";
import { paths } from "@/lib/paths";

export default async function NotFound() {
  const t = await getTranslations();
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={<LostIcon />}
        title={t("errors.notFound.title")}
        titleAs="h1"
        action={
          <a href={paths.start()} className={buttonClass()}>
            {t("common.goHome")}
          </a>
        }
      >
        {t("errors.notFound.body")}
      </EmptyState>
    </main>
  );
}
