"use client";

import { SettingsPage } from "@/components/settings/settings-page";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useUndoableEdit } from "@/components/settings/use-undoable-edit";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { categories } from "@/lib/vocabulary/categories";
import { channels } from "@/lib/vocabulary/channels";
import { ChannelCard } from "./channel-card";
import { useDestinations } from "./destinations";
import { MatrixCard } from "./matrix-card";
import { ScheduleForm } from "./schedule-form";

const rowCounts = [categories.length, channels.length, 4];

/** Settings -> Notifications: what may reach a person, on which channel, and at which hours. */
export function NotificationSettingsForm() {
  const settings = useNotificationSettings();
  const destinations = useDestinations();
  const undoable = useUndoableEdit(settings, useUndoToast());
  const { value, provenance, edit, editPatch, reset } = settings;
  const { valueAt } = undoable;
  const shared = { valueAt, provenance, destinations, onChange: undoable.edit, onReset: undoable.reset };
  return (
    <SettingsPage page="settingsNotifications" freshness={settings.freshness} rowCounts={rowCounts}>
      <MatrixCard {...shared} onChangeAll={undoable.editGroup} />
      <ChannelCard {...shared} />
      <ScheduleForm
        saved={value.notification_schedule}
        provenance={provenance}
        editPatch={editPatch}
        edit={edit}
        reset={reset}
      />
    </SettingsPage>
  );
}
