import type { RestAndAuth } from "./rest-and-auth";

/** `slow`: an answer takes ten seconds. `failing`: the gateway answers 500 and the service does nothing. */
export type Fault = "slow" | "failing";
export type FaultyService = "rest" | "auth";

export const slowMs = 10_000;

/** Faults in front of REST and Auth, which can be set and mended while the platform runs. */
export function createFaults() {
  const faults = new Map<FaultyService, Fault>();
  const waiting = new Map<FaultyService, Set<() => void>>();

  function slowness(service: FaultyService): Promise<void> {
    return new Promise((over) => {
      const slow = waiting.get(service) ?? new Set();
      waiting.set(service, slow.add(finish));
      const timer = setTimeout(finish, slowMs);
      function finish() {
        clearTimeout(timer);
        slow.delete(finish);
        over();
      }
    });
  }
  return {
    set: (service: FaultyService, fault: Fault) => void faults.set(service, fault),
    /** Waiting requests go on at once. */
    mend(service: FaultyService) {
      faults.delete(service);
      for (const finish of [...(waiting.get(service) ?? [])]) finish();
    },
    inFrontOf: ({ fetch }: Pick<RestAndAuth, "fetch">): Pick<RestAndAuth, "fetch"> => ({
      async fetch(request, peerAddress) {
        const service = serviceOf(request);
        const fault = service && faults.get(service);
        if (fault === "failing") return failure();
        if (service && fault === "slow") await slowness(service);
        return fetch(request, peerAddress);
      },
    }),
  };
}

export type Faults = ReturnType<typeof createFaults>;

function serviceOf({ url }: Request): FaultyService | null {
  const [, service] = new URL(url).pathname.split("/");
  return service === "rest" || service === "auth" ? service : null;
}

/** Not JSON, because a gateway answers it and not the service. */
const failure = () => new Response("Internal Server Error", { status: 500 });
