"use client";

import { useTranslations } from "next-intl";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { SettingsSkeleton } from "@/components/settings/settings-skeleton";
import { useUndoableEdit } from "@/components/settings/use-undoable-edit";
import { PageHeader } from "@/components/shell/page-header";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { categories, channels } from "@/lib/settings/notifications";
import { valueAt } from "@/lib/settings/patch";
import { ChannelCard } from "./channel-card";
import { useDestinations } from "./destinations";
import { MatrixCard } from "./matrix-card";
import { ScheduleForm } from "./schedule-form";

/** Settings -> Notifications: what may reach a person, on which channel, and at which hours. */
export function NotificationSettingsForm() {
  const t = useTranslations("settings.notifications");
  const settings = useNotificationSettings();
  const { value, provenance, freshness, set, reset } = settings;
  const destinations = useDestinations();
  const at = (path: string) => valueAt(value, path) ?? null;
  const { change, changeAll, putBack } = useUndoableEdit({
    valueAt: at,
    set,
    reset,
    announce: useUndoToast(),
  });
  const shared = { valueAt: at, provenance, destinations, onChange: change, onReset: putBack };
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-5">
      <PageHeader title={t("title")} description={t("description")} />
      {freshness.status === "looking" ? (
        <SettingsSkeleton rowCounts={[categories.length, channels.length, 4]} />
      ) : (
        <>
          <MatrixCard {...shared} onChangeAll={changeAll} />
          <ChannelCard {...shared} />
          <ScheduleForm settings={settings} />
        </>
      )}
    </div>
  );
}
