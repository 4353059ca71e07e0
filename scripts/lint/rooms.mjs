/**
 * The rooms of the house, from the ground up. A file imports from its own room and from rooms before it in this list,
 * never from a later one: so there is no circle. A folder that is not in the list belongs to the room above it (a
 * provider to lib/integrations). When the order stops you, move the code, not the room.
 *
 * Every file that stands in lib itself is a room of its own.
 */
export const rooms = [
  // What everything may know.
  "lib/vocabulary",
  "lib/schema",
  "lib/result",
  "lib/server-clock",
  "lib/fetch-result",
  "lib/env",
  "lib/client-address",
  "lib/log",
  "lib/provider-request",
  "lib/outbound",
  "lib/raw-body",
  "lib/retry-after",
  "lib/content-security-policy",
  "lib/pages",
  "lib/paths",
  "lib/opened-project",
  "lib/time",
  // Who asks, and what speaks to the platform.
  "lib/auth-cookie",
  "lib/access-token",
  "lib/auth",
  "lib/supabase",
  "lib/auth-refresh",
  "lib/action",
  "lib/read-route",
  "lib/cron-route",
  "lib/live",
  "lib/health",
  "lib/device",
  "lib/export",
  // The domains.
  "lib/settings",
  "lib/settings/outbox",
  "lib/settings/client",
  "lib/settings/form",
  "lib/notifications",
  "lib/notifications/schedule",
  "lib/notifications/follow",
  "lib/notifications/bell",
  "lib/leads",
  "lib/audit",
  "lib/integrations",
  "lib/appearance",
  "lib/i18n",
  "lib/notifications/delivery",
  // What people write to leads, by what they have connected.
  "lib/correspondence",
  "lib/notifications/inbox",
  "lib/notifications/destinations",
  "lib/account",
  "lib/session",
  "lib/user-settings",
  "lib/bootstrap",
  "lib/offline",
  "lib/testing",
  // What people see: first what every screen is made of.
  "components/ui",
  "components/vocabulary",
  "components/workspace",
  "components/session",
  "components/navigation",
  "components/settings",
  "components/settings/search",
  "components/settings/forms",
  "components/settings/notifications",
  "components/appearance",
  "components/account",
  "components/notifications",
  // The screens.
  "components/integrations",
  "components/leads",
  "components/activity",
  "components/dashboard/charts",
  "components/dashboard/widgets",
  "components/dashboard",
  "components/auth",
  "components/own-account",
  "components/destinations",
  // What stands around every screen.
  "components/debug",
  "components/palette",
  // Screens with keys of their own, which know those of the palette.
  "components/leads/walk",
  "components/inbox",
  "components/shell",
  "components/offline",
  "app",
];

const isIn = (room, path) => path === room || path.startsWith(`${room}/`);

/** The room of a path from the root without its ending ("lib/settings/patch"); undefined where it has none. */
export const roomOf = (path) =>
  rooms.filter((room) => isIn(room, path)).sort((a, b) => b.length - a.length)[0];

/** Whether everything in a room has to stand in the list: all that the product is made of. */
export const needsRoom = (path) => /^(app|components|lib)\//.test(path);

/** Whether the order of the rooms forbids a file of the first room to import from the second. */
export const isUpwards = (room, imported) => rooms.indexOf(imported) > rooms.indexOf(room);
