/** What may notify a person, each with a switch: a row of the matrix on Settings -> Notifications. */
export const categories = [
  "leadUpdates",
  "meetingReminders",
  "bantQualifications",
  "calendlyBookings",
  "heatProgressions",
] as const;
export type Category = (typeof categories)[number];

/** Every category of a notification: those with a switch, and those that nobody turns off. */
export const notificationCategories = [...categories, "integration", "security", "digest", "test"] as const;
export type NotificationCategory = (typeof notificationCategories)[number];

export const priorities = ["low", "normal", "high", "urgent"] as const;

/** The tone of a notification. */
export const notificationTypes = ["success", "info", "warning", "error"] as const;
