import type { Manifest } from "@/lib/integrations/contract/declaration";

export const manifest: Manifest = {
  name: "calendly",
  icon: "calendar",
  category: "calendars",
  position: 1,
  connect: {
    by: "account",
    scopes: [
      { scope: "users:read", word: "profile" },
      { scope: "event_types:read", word: "types" },
      { scope: "scheduled_events:read", word: "bookings" },
      { scope: "webhooks:read", word: "newsRead" },
      { scope: "webhooks:write", word: "news" },
    ],
  },
};
