import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { Step } from "../verdict";
import { postClaim, type PostClaim } from "./answers";

/** What became of a claimed post. `wait_seconds`: for so long all that waits for the app waits. */
export type PostResult = Readonly<{
  id: string;
  status: "pending" | "sent" | "bundled" | "suppressed" | "expired" | "dead";
  reason: string;
  trace?: Step[];
  wait_seconds?: number;
}>;

const limit = () => AbortSignal.timeout(8_000);

/** The queue of what apps of projects are told: it is of projects and nobody's own. Null without a secret key. Throws refusals. */
export function postStore() {
  const client = adminClient();
  return (
    client && {
      /** What is due for one app; null where nothing is. */
      async take(lease_seconds: number): Promise<PostClaim | null> {
        const asked = await client.rpc("take_project_posts", { lease_seconds }).abortSignal(limit());
        if (asked.error) throw new Error("posts of projects cannot be read");
        return postClaim.nullable().parse(asked.data);
      },
      /** `problem`: why the app is ended. Answers how many were still under the lease. */
      async complete(lease: string, results: readonly PostResult[], problem: string | null): Promise<number> {
        const given = { lease, results: JSON.parse(JSON.stringify(results)), ...(problem && { problem }) };
        return z
          .number()
          .parse(dataOf(await client.rpc("complete_project_posts", given).abortSignal(limit())));
      },
    }
  );
}
export type PostStore = NonNullable<ReturnType<typeof postStore>>;
