import { Compass } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

export default async function NotFound() {
  const t = await getTranslations();
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={<Compass />}
        title={t("errors.notFound.title")}
        titleAs="h1"
        action={
          <Link href={paths.start()} className={buttonClass()}>
            {t("common.goHome")}
          </Link>
        }
      >
        {t("errors.notFound.body")}
      </EmptyState>
    </main>
  );
}
