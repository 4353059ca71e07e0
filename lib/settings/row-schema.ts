import { z } from "zod";
import { isJsonObject, type JsonObject } from "./json";
import type { SettingsRow } from "./wire";

export const overridesSchema = z.custom<JsonObject>(isJsonObject);
export const versionSchema = z.int().min(0);

/** A row as the database answers it. SQL calls the project of a row its scope; TypeScript calls it `projectId`. */
export const settingsRowSchema = z
  .object({
    section: z.string(),
    scope: z.uuid().nullable(),
    overrides: overridesSchema,
    version: versionSchema,
  })
  .transform(({ scope: projectId, ...row }): SettingsRow => ({ ...row, projectId }));
