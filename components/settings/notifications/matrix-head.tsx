"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { channels } from "@/lib/vocabulary/channels";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import { SetUpLink } from "./destination-line";
import { isReached, type Destinations } from "./destinations";
import { lastColumn, stickyColumn } from "./matrix-layout";
import { useMatrix } from "./matrix-model";

/** The headings of the channel columns; a channel that reaches nobody says so below them. A narrow page has no columns. */
export function MatrixHead({ destinations }: { destinations: Destinations }) {
  const t = useTranslations("settings.notifications");
  const { channelName } = useMatrix();
  return (
    <thead className="hidden border-y border-line text-sm text-ink-soft @min-[42rem]:table-header-group">
      <tr>
        <th scope="col" className={cn(stickyColumn, "ps-5 text-start")}>
          <span className="sr-only">{t("matrix.category")}</span>
        </th>
        <th scope="col" className="w-16 border-e border-line px-1 py-3 align-top font-medium">
          {/* As high as the icons, so that all names stand on one line. */}
          <span aria-hidden="true" className="mb-1 block h-4" />
          {t("matrix.all")}
        </th>
        {channels.map((channel) => {
          const Icon = channelIcons[channel];
          const destination = destinations[channel];
          return (
            <th
              key={channel}
              scope="col"
              className={cn("w-18 px-1 py-3 align-top font-medium last:w-21", lastColumn)}
            >
              <span className="flex flex-col items-center gap-1">
                <Icon
                  aria-hidden="true"
                  className={cn("size-4", isReached(destination) ? "text-ink-soft" : "text-caution")}
                />
                {channelName(channel)}
              </span>
            </th>
          );
        })}
      </tr>
      {channels.some((channel) => !isReached(destinations[channel])) && (
        <SetUpRow destinations={destinations} />
      )}
    </thead>
  );
}

/** Where the channels are set up that reach nobody: in a line of its own, because a long name takes two. */
const SetUpRow = ({ destinations }: { destinations: Destinations }) => (
  <tr>
    <td className={cn(stickyColumn, "print:static!")} />
    <td className="border-e border-line" />
    {channels.map((channel) => (
      <td key={channel} className={cn("px-1 pb-3 text-center align-top text-xs", lastColumn)}>
        {!isReached(destinations[channel]) && <SetUpLink channel={channel} />}
      </td>
    ))}
  </tr>
);
