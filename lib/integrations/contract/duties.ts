import type { AppMessage } from "./app-message";

/** What opens an account at a provider. `scopes`: null where the provider does not say which were given. */
export type Tokens = Readonly<{
  accessToken: string;
  refreshToken: string | null;
  /** ISO 8601; null: it has no end. */
  expiresAt: string | null;
  scopes: readonly string[] | null;
  /** Signs what the provider tells of this connection, where each has a key of its own. */
  webhookKey: string | null;
}>;

/**
 * Whose account it is. `email`: what it is known by, an address or a number. `url`: where others see it. `numberId`: which
 * of its numbers, where an account has several.
 */
export type Account = Readonly<{
  id: string;
  name: string;
  email: string;
  url: string | null;
  numberId?: string | null;
}>;

/** What the person filled in beside the key, under the names of the manifest's `fields`. */
export type Filled = Readonly<Record<string, string>>;

/**
 * Why a provider was not obeyed. `credentials`: connect again. `scope`: and allow more. `plan`: this account may not. `limit`: not before
 * `waitSeconds`. `unreachable`: no answer, or an error of theirs. `gone`: no such thing. `exists`: it is there already.
 * `foreign`: it was given to another app than ours. `refused`: anything else.
 */
export type Fault = Readonly<{
  fault:
    "credentials" | "scope" | "plan" | "limit" | "unreachable" | "gone" | "exists" | "foreign" | "refused";
  waitSeconds?: number;
  /** Says it better: a key of `settings.integrations.problems`. */
  problem?: string;
}>;

export type Failed = Readonly<{ ok: false } & Fault>;
export type Answer<T> = Readonly<{ ok: true; value: T }> | Failed;

export const answered = <T>(value: T): Answer<T> => ({ ok: true, value });
export const faulty = (fault: Fault["fault"], waitSeconds?: number): Failed =>
  waitSeconds === undefined ? { ok: false, fault } : { ok: false, fault, waitSeconds };

/** The token of a connection. `renewed`: another than `stale`, which the provider did not take. */
export type Access = Readonly<{
  token(): Promise<Answer<string>>;
  renewed(stale: string): Promise<Answer<string>>;
}>;

/** A booking as `public.store_bookings` takes it. `moved`: it ended for the sake of another. Instants are ISO 8601. */
export type Booking = Readonly<{
  id: string;
  /** The booking in whose place it stands. */
  replaces: string | null;
  email: string;
  phone: string | null;
  starts_at: string;
  ends_at: string;
  status: "active" | "moved" | "canceled" | "no_show";
  changed_at: string;
}>;

/** A connection as its provider's files see it. */
export type Session = Readonly<{
  connectionId: string;
  account: Account;
  scopes: readonly string[];
  details: Readonly<Record<string, unknown>>;
  /** The connection's own key for what the provider tells; null where the app's keys sign. */
  webhookKey: string | null;
  /** Where the provider tells it. */
  webhookUrl: string;
  /** Whether bookings are fetched; without it only the state is looked at. */
  fetches: boolean;
  /** Everything, and not only what changed. */
  whole: boolean;
  access: Access;
  now(): number;
  /** What each became; `failed`: it could not be stored, and none of the others is held up by it. */
  storeBookings(
    bookings: readonly Booking[],
  ): Promise<readonly ("stored" | "old" | "unmatched" | "failed")[]>;
}>;

/** How a connection was found; `details` replaces those keys. `fault`: what stopped it midway. */
export type Found = Readonly<{
  fault: Fault | null;
  details: Readonly<Record<string, unknown>>;
  waitSeconds: number;
}>;

export type WebhookVerdict = Readonly<
  | { taken: true; eventId: string }
  /** `again`: it is genuine, but its clock is too far off: what it tells has to be fetched. */
  | { taken: false; again: boolean }
>;

export type Authorization = Readonly<{ state: string; challenge: string; redirectUri: string }>;
export type Exchange = Readonly<{ code: string; verifier: string; redirectUri: string }>;

/**
 * What a provider does on the server. Its folder exports it from `provider.ts`, and touches nothing else. It has the duties
 * that it can fulfil: a calendar is looked after and tells news, an app takes notifications.
 */
export type Provider = Readonly<{
  /** Null where this platform has no app at the provider, or people sign in to none there. */
  oauth: Readonly<{
    authorizeUrl(asked: Authorization): string;
    exchange(asked: Exchange): Promise<Answer<Tokens>>;
    refresh(refreshToken: string): Promise<Answer<Tokens>>;
  }> | null;
  /** Tokens of a key or an address that the person made there; null where it is no such thing. */
  readPersonal(text: string): Tokens | null;
  account(access: Access, filled?: Filled): Promise<Answer<Account>>;
  /** False where this platform lacks what connecting takes. */
  configured?: boolean;
  /** The setting without which nothing is fetched by itself: `autoSync` where it is not said. */
  syncSetting?: string;
  /** Scopes without which a connection would be of no use. */
  needed: readonly string[];
  lookAfter?(session: Session): Promise<Found>;
  news?: Readonly<{
    judge(
      asked: Readonly<{
        headers: Pick<Headers, "get">;
        body: Uint8Array;
        key: string | null;
        nowSeconds: number;
      }>,
    ): WebhookVerdict;
    /** The booking of an event; null where it is none of ours, or has to be fetched. */
    bookingOf(body: string, account: Account): Booking | null;
  }>;
  /**
   * Works events in itself, in their order, and ends them; instead of `news.bookingOf` where what is told is no booking.
   * Answers why some failed: those alone are kept and tried again.
   */
  takeEvents?(
    told: Readonly<{
      connectionId: string;
      events: readonly Readonly<{ id: number; body: string }>[];
      wanted: boolean;
    }>,
  ): Promise<readonly string[]>;
  /**
   * Tells it of notifications that its owner wants there. It makes the connection a destination of the channel `apps`, with
   * the switches, hours, retries and reasons of every channel. `credentials` ends the connection; `limit` and
   * `unreachable` are tried again; anything else is given up for this message.
   */
  notify?(session: Session, message: AppMessage, signal: AbortSignal): Promise<Answer<null>>;
  /** By what its owner knows our messages: shown once, and changed while the one before still holds. Of `webhookKey`. */
  secret?: Readonly<{ shown(kept: string): string; changed(kept: string, now: number): string }>;
  /** Takes back at the provider what the connection was given. Whatever fails there keeps nobody connected here. */
  revoke(session: Session, tokens: Tokens): Promise<void>;
}>;
