import type { Result } from "@/lib/result";

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };

const clock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Answers only at whole multiples of `stepMs` after the question, so that nobody learns from the time whether there is
 * an account: Auth hashes a password and sends a mail only where there is one. `tells`: an answer that says it anyway,
 * as a session does, is given at once.
 */
export async function atFloor<T>(
  stepMs: number,
  deed: () => Promise<Result<T>>,
  tells: (answer: Result<T>) => boolean = ({ ok }) => ok,
  { now, sleep }: Clock = clock,
): Promise<Result<T>> {
  const asked = now();
  const answer = await deed();
  if (tells(answer)) return answer;
  const passed = now() - asked;
  await sleep(Math.max(1, Math.ceil(passed / stepMs)) * stepMs - passed);
  return answer;
}
