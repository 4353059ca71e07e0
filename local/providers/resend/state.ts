import { createClock } from "../clock";

/** A mail as it was accepted. `lastEvent`: what is known of it, in the service's words. */
export type SentEmail = {
  readonly id: string;
  readonly createdAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { filename: string; content: string; content_type?: string | undefined }[];
  lastEvent: string;
};

export type SeenRequest = Readonly<{
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  status: number;
}>;

export type Answer = Readonly<{ status: number; body: unknown; headers?: Readonly<Record<string, string>> }>;

/** An error as the service writes it. */
export const problem = (status: number, name: string, message: string): Answer => ({
  status,
  body: { statusCode: status, name, message },
});

type Keyed = { at: number; request: string; answer: Answer | null };

/** Everything that the service remembers, on a clock that tests move. */
export function createState(now: () => number) {
  const { rewind, ...clock } = createClock(now);
  const emails = new Map<string, SentEmail>();
  const keys = new Map<string, Keyed>();
  const requests: SeenRequest[] = [];
  const unexpected: string[] = [];
  const warnings: string[] = [];
  return {
    emails,
    keys,
    requests,
    /** Requests to addresses that the service does not have. */
    unexpected,
    /** Fields of requests that the service does not know. */
    warnings,
    ...clock,
    reset() {
      for (const kept of [emails, keys]) kept.clear();
      for (const list of [requests, unexpected, warnings]) list.length = 0;
      rewind();
    },
  };
}

export type State = ReturnType<typeof createState>;
