import { smsConfig } from "@/lib/notifications/channels/sms/config";
import { twilioStatus } from "@/lib/notifications/channels/sms/webhook";
import { channelStore } from "@/lib/notifications/channels/store";

/** Twilio tells what became of a message: `StatusCallback` of each that we send. */
export const POST = twilioStatus({ config: () => smsConfig(process.env), store: channelStore });
