/** In what order a list of leads may stand; of each the way that comes first when it is chosen. */
export const leadSorts = ["activity", "heat", "name", "value", "created"] as const;

export type LeadSort = (typeof leadSorts)[number];

/** An order with its way: "name" is ascending, "-name" descending. */
export const leadOrders = [
  "-activity",
  "activity",
  "-heat",
  "heat",
  "name",
  "-name",
  "-value",
  "value",
  "-created",
  "created",
] as const;

export type LeadOrder = (typeof leadOrders)[number];

export const isLeadOrder = (value: unknown): value is LeadOrder =>
  leadOrders.some((order) => order === value);

/** What a list of leads can show beside the name and the heat, in the order of its columns. */
export const leadColumns = [
  "bant",
  "status",
  "channel",
  "owner",
  "nextStep",
  "value",
  "created",
  "activity",
] as const;

export type LeadColumn = (typeof leadColumns)[number];
