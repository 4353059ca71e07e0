import { keepWhatsappNews } from "@/lib/integrations/whatsapp/service";
import { channelStore } from "@/lib/notifications/channels/store";
import { whatsappHook } from "@/lib/notifications/channels/whatsapp/config";
import { receiveWhatsapp, verifyWhatsapp } from "@/lib/notifications/channels/whatsapp/webhook";

const parts = { config: () => whatsappHook(process.env), store: channelStore, others: keepWhatsappNews };

/** Meta asks once whether the address is ours, and then tells of messages, accounts and templates: of all numbers here. */
export const GET = verifyWhatsapp(parts);
export const POST = receiveWhatsapp(parts);
