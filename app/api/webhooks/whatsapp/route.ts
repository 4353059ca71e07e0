import { channelStore } from "@/lib/notifications/channels/store";
import { whatsappConfig } from "@/lib/notifications/channels/whatsapp/config";
import { receiveWhatsapp, verifyWhatsapp } from "@/lib/notifications/channels/whatsapp/webhook";

const parts = { config: () => whatsappConfig(process.env), store: channelStore };

/** Meta asks once whether the address is ours, and then tells of messages: the field "messages" of the app's webhooks. */
export const GET = verifyWhatsapp(parts);
export const POST = receiveWhatsapp(parts);
