import { asJson, type Reply } from "../http";

/** What the API says of what it does not do. */
export const problem = (status: number, title: string, message: string, details: object = {}): Reply =>
  asJson(status, { title, message, ...details });
export const invalid = (...details: object[]) =>
  problem(400, "Invalid Argument", "The supplied parameters are invalid.", { details });
export const notFound = () =>
  problem(404, "Resource Not Found", "The server could not find the requested resource.");
export const denied = () =>
  problem(403, "Permission Denied", "You do not have permission to access this resource.");
