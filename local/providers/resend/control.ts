import { z } from "zod";
import { type Faults, faultSchema } from "./faults";
import { type Answer, problem, type State } from "./state";
import { webhookSchema, type WebhookTarget } from "./webhooks";

export type Controlled = Readonly<{
  state: State;
  faults: Faults;
  webhooks: {
    deliveries: readonly unknown[];
    send(event: z.infer<typeof webhookSchema>): Promise<void>;
    reset(): Promise<void>;
  };
  setTarget(target: WebhookTarget | null): void;
}>;

const clock = z.strictObject({ advanceSeconds: z.number().int().min(0) });
const target = z.strictObject({ url: z.url(), secret: z.string().startsWith("whsec_") }).nullable();

/** What tests ask of the stand-in itself, under /__fake. */
export async function answerControl(
  method: string,
  path: string,
  body: unknown,
  it: Controlled,
): Promise<Answer> {
  const { state, faults, webhooks } = it;
  const done: Answer = { status: 200, body: {} };
  const reading: Readonly<Record<string, unknown>> = {
    "/__fake/emails": [...state.emails.values()],
    "/__fake/requests": state.requests,
    "/__fake/unexpected": state.unexpected,
    "/__fake/warnings": state.warnings,
    "/__fake/deliveries": webhooks.deliveries,
  };
  if (method === "GET" && Object.hasOwn(reading, path)) return { status: 200, body: reading[path] };
  if (method !== "POST") return problem(404, "not_found", path);
  try {
    if (path === "/__fake/reset") for (const part of [webhooks, state, faults]) await part.reset();
    else if (path === "/__fake/faults") faults.add(faultSchema.parse(body));
    else if (path === "/__fake/clock") state.advance(clock.parse(body).advanceSeconds);
    else if (path === "/__fake/webhooks/target") it.setTarget(target.parse(body));
    else if (path === "/__fake/webhooks/send") await webhooks.send(webhookSchema.parse(body));
    else return problem(404, "not_found", path);
    return done;
  } catch (error) {
    return problem(
      400,
      "validation_error",
      error instanceof z.ZodError ? z.prettifyError(error) : String(error),
    );
  }
}
