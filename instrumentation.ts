import type { Instrumentation } from "next";
import { describeError, log } from "@/lib/log";

/** Logs each error of a request on the server once, without the request's headers or body. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  log.error("request failed", {
    ...describeError(error),
    method: request.method,
    path: request.path.split("?")[0],
    route: context.routePath,
  });
};
