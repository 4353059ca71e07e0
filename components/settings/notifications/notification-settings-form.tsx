"use client";

import { SettingsPage } from "@/components/settings/settings-page";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useUndoableEdit } from "@/components/settings/use-undoable-edit";
import { useValueWords } from "@/components/settings/value-words";
import { laterPart } from "@/components/ui/later-part";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { categories } from "@/lib/vocabulary/categories";
import { channels, type OutgoingChannel } from "@/lib/vocabulary/channels";
import { ChannelCard } from "./channel-card";
import { useDestinations } from "./destinations";
import { MatrixCard } from "./matrix-card";
import { ScheduleForm } from "./schedule-form";
import { TryItCard } from "./try-it-card";

// It lives the last month again, which nobody asks for before there is an edit.
const MonthReplay = laterPart(() => import("./month-replay").then((file) => file.MonthReplay));

const rowCounts = [categories.length, channels.length, 6];

/** Settings -> Notifications: what may reach a person, on which channel, and at which hours. `sends`: as `useDestinations`. */
export function NotificationSettingsForm({ sends }: { sends: readonly OutgoingChannel[] | null }) {
  const settings = useNotificationSettings();
  const destinations = useDestinations(sends);
  const undoable = useUndoableEdit(settings, useUndoToast(), useValueWords());
  const { value, provenance, edit, editPatch, reset } = settings;
  const { valueAt } = undoable;
  const ownQuiet = {
    push: value.push_notifications.quietHours,
    sms: value.sms_notifications.quietHours,
    whatsapp: value.whatsapp_notifications.quietHours,
  };
  const shared = { valueAt, provenance, destinations, onChange: undoable.edit, onReset: undoable.reset };
  return (
    <SettingsPage page="settingsNotifications" freshness={settings.freshness} rowCounts={rowCounts}>
      <MatrixCard {...shared} onChangeAll={undoable.editGroup} />
      <ChannelCard {...shared} settings={value} />
      <ScheduleForm
        saved={value.notification_schedule}
        ownQuiet={ownQuiet}
        provenance={provenance}
        editPatch={editPatch}
        edit={edit}
        reset={reset}
        unsaved={(shown) => <MonthReplay settings={value} schedule={shown} destinations={destinations} />}
        below={(shown) => <TryItCard settings={value} schedule={shown} destinations={destinations} />}
      />
    </SettingsPage>
  );
}
