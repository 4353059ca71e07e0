import "server-only";
import { cookies } from "next/headers";
import { cookieName, isServedByHttps } from "@/lib/env";
import { attemptSeconds } from "@/lib/integrations/attempt";

const path = "/api/integrations";

/** Keeps an attempt in this browser until the person is back from the provider; `lax`: the way back is a link. */
export async function keepAttempt(kept: string): Promise<void> {
  (await cookies()).set(cookieName("attempt"), kept, {
    path,
    maxAge: attemptSeconds,
    sameSite: "lax",
    httpOnly: true,
    secure: isServedByHttps(),
  });
}

/** The attempt of this browser, which is over with that: each is good for one way back. */
export async function takeAttempt(): Promise<string | undefined> {
  const store = await cookies();
  const kept = store.get(cookieName("attempt"))?.value;
  store.set(cookieName("attempt"), "", { path, maxAge: 0 });
  return kept;
}
