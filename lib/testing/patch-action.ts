import type { Result } from "@/lib/result";
import type { PatchAction, PatchAnswer } from "@/lib/settings/wire";

/** The action of a test that says of one request what becomes of it. */
export const answeringEach =
  (answer: (request: unknown) => Promise<Result<PatchAnswer>>): PatchAction =>
  (requests) =>
    Promise.all(requests.map((request) => answer(request)));
