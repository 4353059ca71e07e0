import "server-only";
import { cookies } from "next/headers";
import { cookieName } from "@/lib/env";
import { projectIdOf as idOf } from "@/lib/opened-project";

/** The random id of this browser, made by proxy.ts. It says nothing of the person and is no credential. */
export const readDeviceId = async (): Promise<string | null> =>
  idOf((await cookies()).get(cookieName("device"))?.value);
