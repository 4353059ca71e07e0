"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, useContext, useState, useTransition } from "react";
import { toastError } from "@/components/ui/toast";
import type { Failure, Result } from "@/lib/result";
import type { DestinationActions } from "./destination-actions";

export type DestinationsPage = {
  userId: string;
  /** Of this browser; null where it keeps no cookie. */
  deviceId: string | null;
  actions: DestinationActions;
};

export const DestinationsContext = createContext<DestinationsPage | null>(null);

export function useDestinationsPage(): DestinationsPage {
  const page = useContext(DestinationsContext);
  if (!page) throw new Error("useDestinationsPage is used outside DestinationsContext");
  return page;
}

/** The words of a refusal: of the field's problem where it names one. */
export function useRefusalWords() {
  const t = useTranslations();
  return ({ code, message }: Failure) => {
    const key = `settings.destinations.problems.${message}`;
    return message !== undefined && t.has(key) ? t(key) : t(`errors.codes.${code}`);
  };
}

/**
 * Runs one deed of the page at a time and shows the page anew after it. `refuse` is told of a refusal in words; without
 * it a message says so.
 */
export function useDeed() {
  const t = useTranslations("errors.codes");
  const wordsOf = useRefusalWords();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [running, setRunning] = useState(false);
  function run<T>(
    deed: () => Promise<Result<T>>,
    done: (value: T) => void,
    refuse: (words: string) => void = toastError,
  ) {
    if (running) return;
    setRunning(true);
    startTransition(async () => {
      const result = await deed().catch(() => null);
      setRunning(false);
      if (result?.ok) {
        done(result.value);
        router.refresh();
      } else refuse(result ? wordsOf(result.error) : t("unavailable"));
    });
  }
  return { pending: pending || running, run };
}
