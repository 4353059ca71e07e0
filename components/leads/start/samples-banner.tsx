"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useAdding, type AddingActions } from "./use-adding";

/** Says that some leads are nobody, and removes them in one press. */
export function SamplesBanner({ projectId, actions }: { projectId: string; actions: AddingActions }) {
  const t = useTranslations("leads.start");
  const { pending, takeBack } = useAdding(projectId, actions);
  return (
    <Banner
      icon={<FlaskConical aria-hidden="true" />}
      title={t("samplesHere")}
      action={
        <Button size="sm" pending={pending} onClick={() => !pending && takeBack(null)}>
          {t("samplesRemove")}
        </Button>
      }
    />
  );
}
