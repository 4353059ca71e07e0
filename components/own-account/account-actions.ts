import type { Result } from "@/lib/result";

/** Server actions of the page; `current` is the current password. */
export type AccountActions = {
  changeName: (input: { name: string }) => Promise<Result<void>>;
  changeEmail: (input: { email: string; current: string }) => Promise<Result<void>>;
  setPassword: (input: { password: string; current: string }) => Promise<Result<void>>;
  /** Null: every other device. Answers how many were signed out. */
  endSignIns: (input: { signInId: string | null }) => Promise<Result<number>>;
  deleteAccount: (input: { email: string; current: string }) => Promise<Result<void>>;
};
