import { smsConfig } from "@/lib/notifications/channels/sms/config";
import { twilioInbound } from "@/lib/notifications/channels/sms/webhook";
import { channelStore } from "@/lib/notifications/channels/store";

/** A phone wrote to our number: to be set at the number or the messaging service, "A message comes in". */
export const POST = twilioInbound({ config: () => smsConfig(process.env), store: channelStore });
