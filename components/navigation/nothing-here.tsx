import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LostIcon } from "@/components/ui/last-icons";
import { paths } from "@/lib/paths";

/**
 * What stands at an address that leads to nothing. A page that begins to be sent before it knows draws this: a
 * `notFound()` that comes after the first bytes reaches the browser as a fault of the page (React 19.3.1, error 419; Next
 * 16.4.6 reports it).
 */
export async function NothingHere() {
  const t = await getTranslations();
  return (
    <div className="grid min-h-[70dvh] place-items-center">
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
    </div>
  );
}
