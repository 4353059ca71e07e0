"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { foldedFields } from "@/components/settings/search/hidden-fields";
import { cn } from "@/components/ui/cn";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import { fieldId } from "@/lib/settings/form/field-id";
import type { Channel } from "@/lib/vocabulary/channels";
import { finerFields } from "./channel-fold";
import { DestinationLine, FoldedLine } from "./destination-line";
import type { Destination } from "./destinations";
import { pathOf } from "./matrix-model";

type ChannelHeadingProps = {
  channel: Channel;
  name: string;
  destination: Destination;
  /** Whether any category is switched on for it. */
  isOn: boolean;
  open: boolean;
  onToggle: () => void;
};

const fieldsOf = (channel: Channel) => [
  ...["frequency", "minimumHeat", "hideContent", "escalation"].map((field) =>
    fieldId(pathOf(channel, field)),
  ),
  ...(channel === "inApp" ? [] : finerFields(channel)),
];

/** The name of a channel and where it arrives; on a narrow page with the button that shows what can be set for it. */
export function ChannelHeading(props: ChannelHeadingProps) {
  const { channel, name, destination, isOn, open, onToggle } = props;
  const t = useTranslations("settings.notifications.channels");
  const Icon = channelIcons[channel];
  return (
    <div className="flex min-w-0 gap-3">
      <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <div className="min-w-0 grow">
        <h3 className="font-medium">{name}</h3>
        <DestinationLine
          channel={channel}
          destination={destination}
          className={cn("mt-0.5", !open && "@max-[42rem]:hidden")}
        />
        {!open && <FoldedLine destination={destination} isOn={isOn} className="mt-0.5 @min-[42rem]:hidden" />}
      </div>
      <button
        type="button"
        aria-expanded={open}
        aria-label={t("settingsOf", { channel: name })}
        onClick={onToggle}
        {...foldedFields(fieldsOf(channel))}
        className="tap flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink @min-[42rem]:hidden"
      >
        <ChevronDown aria-hidden="true" className={cn("size-4", !open && "-rotate-90 rtl:rotate-90")} />
      </button>
    </div>
  );
}
