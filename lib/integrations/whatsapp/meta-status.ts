/** How Meta says that a number stands; the list grows. */
export const numberStatuses = [
  "CONNECTED",
  "PENDING",
  "DISCONNECTED",
  "MIGRATED",
  "DELETED",
  "FLAGGED",
  "RESTRICTED",
  "RATE_LIMITED",
] as const;

/** How Meta says that a template stands; the list grows. APPROVED alone can be sent. */
export const templateStatuses = [
  "APPROVED",
  "PENDING",
  "REJECTED",
  "PAUSED",
  "DISABLED",
  "IN_APPEAL",
  "PENDING_DELETION",
  "DELETED",
  "LIMIT_EXCEEDED",
  "ARCHIVED",
] as const;

/** What a registration changes nothing of: the number is in use, or is not the account's any more. */
const notByRegistering: ReadonlySet<string> = new Set([
  "CONNECTED",
  "MIGRATED",
  "DELETED",
  "FLAGGED",
  "RESTRICTED",
  "RATE_LIMITED",
]);

/** Whether a number that stands so may come to work by being registered; of a status that nobody knows that is tried. */
export const mayRegister = (status: string): boolean => !notByRegistering.has(status);
