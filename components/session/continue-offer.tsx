"use client";

import { MonitorSmartphone } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeviceWords } from "@/components/ui/use-device-words";
import { useWorkspace } from "@/components/workspace/workspace";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { returnAddress } from "@/lib/session/place";
import { useSession } from "./session-context";
import { usePlaceWords } from "./use-place-words";

/**
 * Offers to open the page that the person had open on another device. The offer is made once: accepting and dismissing
 * are both stored.
 */
export function ContinueOffer() {
  const t = useTranslations("session");
  const router = useRouter();
  const { elsewhere, settleElsewhere, keep } = useSession();
  const { projects } = useWorkspace();
  const words = usePlaceWords();
  const deviceWords = useDeviceWords();
  const ids = projects.map(({ id }) => id);
  const address = elsewhere && returnAddress(elsewhere.path, ids);
  const here = returnAddress(`${usePathname()}?${useSearchParams()}`, ids);
  // Whoever is there already has nowhere to go on to.
  if (!elsewhere || !address || address === here) return null;

  const device = deviceWords(elsewhere.device) || t("unknownDevice");
  const { filters, ui_state } = elsewhere;
  function goOn() {
    settleElsewhere();
    keep({ current_context: { filters }, ui_state });
    if (address) router.push(address);
  }
  return (
    <Banner
      icon={<MonitorSmartphone aria-hidden="true" />}
      title={t("offer", { device, place: words(address) })}
      action={
        <div className="flex flex-wrap gap-2 md:-my-1">
          <Button size="sm" onClick={goOn}>
            {t("continue")}
          </Button>
          <Button size="sm" variant="ghost" onClick={settleElsewhere}>
            {t("dismiss")}
          </Button>
        </div>
      }
    />
  );
}
