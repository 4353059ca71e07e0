"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, useContext, useState, useTransition } from "react";
import { toastError } from "@/components/ui/toast";
import type { Connection } from "@/lib/integrations/contract/connection";
import type { ProjectApps } from "@/lib/integrations/project-apps/shown";
import type { WhatsappCard } from "@/lib/integrations/whatsapp/shown";
import type { Sent } from "@/lib/notifications/destinations/destination";
import type { Result } from "@/lib/result";
import type { Category } from "@/lib/vocabulary/categories";
import type { Locale } from "@/lib/vocabulary/locales";

type One = { userId: string; provider: string };
type OfProject = One & { projectId: string };

/** What opens a mail account; this app's own address needs nothing. */
export type MailLogin =
  | { via: "platform" }
  | { via: "smtp"; host: string; port: number; user: string; password: string; from: string }
  | { via: "resend"; key: string; from: string };

/** Server actions of the page. `why`: a key of `settings.integrations.failed`. */
export type ConnectionActions = {
  beginConnection: (input: One) => Promise<Result<{ url: string }>>;
  connectAccountByKey: (
    input: One & { key: string; filled?: Record<string, string> },
  ) => Promise<Result<{ why: string | null }>>;
  connectMail: (input: { userId: string; credentials: MailLogin }) => Promise<Result<{ why: string | null }>>;
  /** `problem`: a key of `settings.integrations.problems`. */
  sendTestMail: (input: { userId: string; locale: Locale }) => Promise<Result<{ problem: string | null }>>;
  syncConnection: (input: One) => Promise<Result<{ fault: string | null }>>;
  /** What the provider told and could not be worked in is tried anew. */
  retryConnectionEvents: (input: One) => Promise<Result<{ events: number }>>;
  /** "Send me one now", to the destination that the connection of this id is. */
  sendTrialMessage: (input: { userId: string; id: string; locale: Locale }) => Promise<Result<Sent>>;
  /** Makes a secret in the place of the one before; the answer alone shows it. */
  changeSigningSecret: (input: One) => Promise<Result<{ secret: string }>>;
  disconnectAccount: (input: One) => Promise<Result<{ revoked: boolean }>>;
  /** The same for everybody in a project, for its admins. */
  connectProjectApp: (input: OfProject & { key: string }) => Promise<Result<{ why: string | null }>>;
  chooseProjectKinds: (input: OfProject & { categories: Category[] }) => Promise<Result<boolean>>;
  tryProjectApp: (input: OfProject) => Promise<Result<boolean>>;
  changeProjectAppSecret: (input: OfProject) => Promise<Result<{ secret: string }>>;
  disconnectProjectApp: (input: OfProject) => Promise<Result<{ revoked: boolean }>>;
};

export type ConnectionsPage = {
  userId: string;
  /** Of the person's account here. */
  email: string;
  actions: ConnectionActions;
  /** Null: they could not be read. */
  connections: readonly Connection[] | null;
  /** What is connected for everybody in the person's projects; null: it could not be read. */
  projectApps: ProjectApps | null;
  /** The ways of connecting that the platform has, by provider. */
  ways: Readonly<Record<string, readonly ("oauth" | "personal")[]>>;
  /** Providers whose messages are known by a secret of the connection. */
  signing: readonly string[];
  /**
   * The person's number and templates; null: none connected. `share`: who else writes from the number. `register`: at Meta,
   * by its PIN; `why`: a key of `settings.integrations.whatsapp.register.problems`.
   */
  whatsapp: {
    card: WhatsappCard | null;
    share: (input: { userId: string; projectId: string | null }) => Promise<Result<boolean>>;
    register: (input: { userId: string; pin: string }) => Promise<Result<{ why: string | null }>>;
  };
};

/** Null on the offline page: nothing can be asked there. */
export const ConnectionsContext = createContext<ConnectionsPage | null>(null);

export function useConnectionsPage(): ConnectionsPage {
  const page = useContext(ConnectionsContext);
  if (!page) throw new Error("useConnectionsPage is used outside ConnectionsContext");
  return page;
}

/** The address of the person's account; undefined on the offline page. */
export const useOwnAddress = (): string | undefined => useContext(ConnectionsContext)?.email;

/** The person's connection with a provider; null: they have none. Undefined: it could not be read, which is neither. */
export function useConnection(provider: string): Connection | null | undefined {
  const connections = useContext(ConnectionsContext)?.connections;
  return connections ? (connections.find((each) => each.provider === provider) ?? null) : undefined;
}

/** Runs one deed at a time, and shows the page anew after it. A refusal is said in a message. */
export function useConnectionDeed() {
  const t = useTranslations("errors.codes");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [running, setRunning] = useState(false);
  function run<T>(deed: () => Promise<Result<T>>, done: (value: T) => void) {
    if (running) return;
    setRunning(true);
    startTransition(async () => {
      const result = await deed().catch(() => null);
      setRunning(false);
      if (!result?.ok) return toastError(t(result ? result.error.code : "unavailable"));
      done(result.value);
      router.refresh();
    });
  }
  return { pending: pending || running, run };
}
