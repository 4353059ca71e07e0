import { channels as leadChannels } from "@/lib/leads/channel";
import { statuses } from "@/lib/vocabulary/statuses";
import { channelColumns } from "@/lib/settings/notifications";
import { categories, notificationCategories, notificationTypes } from "@/lib/vocabulary/categories";
import { heats } from "@/lib/vocabulary/heat";
import { directionOf, locales } from "@/lib/vocabulary/locales";
import { weekdays } from "@/lib/vocabulary/weekdays";
import { wordList } from "./word-sql";

/** What the setup script and the rules in it ask `private.older_our_words` for. */
const lists = {
  categories,
  channelColumns: Object.values(channelColumns),
  heats,
  leadChannels,
  notificationCategories,
  notificationTypes,
  rightToLeftLocales: locales.filter((locale) => directionOf(locale) === "rtl"),
  statuses,
  weekdays,
};

/** The branches of that function, one a list: it mends tables before the migrations bring the words of their own. */
export const setupWords = (): string =>
  Object.entries(lists)
    .map(([name, words]) => `    when '${name}' then ${wordList(words)}`)
    .join("\n");
