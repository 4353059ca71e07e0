import type { Result } from "@/lib/result";
import type { PatchAction } from "@/lib/settings/client/browser-environment";
import type { Saved } from "@/lib/settings/outbox/outbox";

/** The action of a test that says of one request what becomes of it. */
export const answeringEach =
  (answer: (request: unknown) => Promise<Result<Saved>>): PatchAction =>
  (requests) =>
    Promise.all(requests.map((request) => answer(request)));
