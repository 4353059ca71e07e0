import type {
  NewDestination,
  PersonDestination,
  Sent,
  Verified,
} from "@/lib/notifications/destinations/destination";
import type { BrowserSubscription } from "@/lib/device/push-subscription";
import type { Result } from "@/lib/result";
import type { Locale } from "@/lib/vocabulary/locales";

type One = { userId: string; id: string };

/** Server actions of the page. `userId` is the person the page was made for. */
export type DestinationActions = {
  addDestination: (input: {
    userId: string;
    channel: Exclude<NewDestination["channel"], "push">;
    address: string;
    country: string | null;
  }) => Promise<Result<PersonDestination>>;
  addPushSubscription: (input: {
    userId: string;
    subscription: BrowserSubscription;
    name: string;
  }) => Promise<Result<PersonDestination>>;
  sendVerificationCode: (input: One & { locale: Locale }) => Promise<Result<Sent>>;
  verifyDestination: (input: One & { code: string }) => Promise<Result<Verified>>;
  removeDestination: (input: One) => Promise<Result<boolean>>;
  pauseDestination: (input: One & { paused: boolean }) => Promise<Result<PersonDestination>>;
  resendDelivery: (input: One) => Promise<Result<boolean>>;
  sendTrialMessage: (input: One & { locale: Locale }) => Promise<Result<Sent>>;
};
