import type { Result } from "@/lib/result";
import type { PatchAction, PatchAnswer } from "@/lib/settings/wire";

/** The action of a test that decides the answer of each request by itself. */
export const answeringEach =
  (answer: (request: unknown) => Promise<Result<PatchAnswer>>): PatchAction =>
  (requests) =>
    Promise.all(requests.map((request) => answer(request)));
