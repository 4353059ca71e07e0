"use client";

import { CloudOff, LogOut, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/use-formats";
import { useNotifications } from "./notifications-context";

function Offline({ knownAt }: { knownAt: string | null }) {
  const t = useTranslations("notifications.offline");
  const { time: write } = useFormats();
  const time = knownAt && write(knownAt);
  return (
    <Banner tone="caution" icon={<CloudOff aria-hidden="true" />} title={t("title")}>
      {time ? t("body", { time }) : t("bodyUnknown")}
    </Banner>
  );
}

function Ended() {
  const t = useTranslations("notifications.ended");
  const reload = (
    <Button size="sm" onClick={() => window.location.reload()}>
      {t("reload")}
    </Button>
  );
  return (
    <Banner tone="caution" icon={<LogOut aria-hidden="true" />} title={t("title")} action={reload}>
      {t("body")}
    </Banner>
  );
}

/** Says what is wrong with the bell, if anything, and what to do about it. */
export function PanelNotices() {
  const t = useTranslations("notifications.refused");
  const { status, knownAt, refused } = useNotifications();
  const code = refused?.error.code;
  const isNamed = code === "unavailable" || code === "rate_limited";
  if (status !== "offline" && status !== "ended" && !code) return null;
  return (
    <div className="flex flex-col gap-2 border-b border-line p-3">
      {status === "offline" && <Offline knownAt={knownAt} />}
      {status === "ended" && <Ended />}
      {code && (
        <Banner key={refused.key} tone="danger" role="alert" icon={<TriangleAlert aria-hidden="true" />}>
          {t(isNamed ? code : "other")}
        </Banner>
      )}
    </div>
  );
}
