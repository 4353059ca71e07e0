"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { useFormats } from "@/components/ui/use-formats";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Undelivered } from "@/lib/notifications/destinations/destination";
import { ChannelFrame } from "./channel-frame";
import { useDeed, useDestinationsPage } from "./destinations-context";

/** For an admin: what no further attempt will bring, why, and the way to send it again. */
export function UndeliveredCard({ undelivered }: { undelivered: Undelivered[] }) {
  const t = useTranslations("settings.destinations.undelivered");
  return (
    <ChannelFrame channel="undelivered" title={t("title")} description={t("description")}>
      <ul className="divide-y divide-line">
        {undelivered.map((delivery) => (
          <UndeliveredRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </ChannelFrame>
  );
}

function UndeliveredRow({ delivery }: { delivery: Undelivered }) {
  const t = useTranslations();
  const { plainTitle } = useNotificationText();
  const { fullMoment } = useFormats();
  const { projects } = useWorkspace();
  const { userId, actions } = useDestinationsPage();
  const { pending, run } = useDeed();
  const { id, channel, reason, at, attempts, project_id: projectId } = delivery;
  const title = plainTitle(delivery);
  const project = projects.find((each) => each.id === projectId)?.name;
  const why = `notifications.reasons.${reason}`;
  const resend = () =>
    run(
      () => actions.resendDelivery({ userId, id }),
      () => toast(t("settings.destinations.undelivered.resent")),
    );
  return (
    <li
      ref={useFocusHandover<HTMLLIElement>()}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 py-(--row-y)"
    >
      <div className="min-w-0 grow basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <bdi className="wrap-anywhere">{title}</bdi>
          <Badge tone="caution">{t(`settings.destinations.${channel}.title`)}</Badge>
        </p>
        <p className="mt-0.5">{t.has(why) ? t(why) : t("notifications.reasons.other")}</p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <span>{fullMoment(at)}</span>
          <span>{t("settings.destinations.undelivered.attempts", { count: attempts })}</span>
          {project && <bdi>{project}</bdi>}
        </p>
      </div>
      <Button
        size="sm"
        pending={pending}
        onClick={resend}
        aria-label={t("settings.destinations.undelivered.resendOf", { title })}
      >
        <RotateCw aria-hidden="true" />
        {t("settings.destinations.undelivered.resend")}
      </Button>
    </li>
  );
}
