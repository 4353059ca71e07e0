import {
  instant,
  type EventType,
  type Invitee,
  type Scheduled,
  type State,
  type Subscription,
  type User,
} from "./state";

/** Things as the API and its webhooks show them. */
const profile = (base: string, slug: string) => `${base}/book/${slug}`;

export const shownUser = (base: string, user: User) => ({
  uri: user.uri,
  name: user.name,
  slug: user.name,
  email: user.email,
  scheduling_url: profile(base, user.name),
  timezone: "Asia/Jerusalem",
  avatar_url: null,
  created_at: instant(0),
  updated_at: instant(0),
  current_organization: user.organization,
  resource_type: "User",
});

export const shownType = (base: string, type: EventType) => ({
  uri: type.uri,
  name: type.name,
  active: type.active,
  slug: type.slug,
  scheduling_url: profile(base, type.slug),
  booking_method: "instant",
  duration: type.duration,
  kind: "solo",
  pooling_type: null,
  type: "StandardEventType",
  deleted_at: type.active ? null : instant(0),
  description_html: "<p>…</p>",
});

export const shownEvent = (event: Scheduled) => ({
  uri: event.uri,
  name: "",
  status: event.status,
  start_time: instant(event.start),
  end_time: instant(event.end),
  event_type: event.eventType,
  location: {
    type: "zoom_conference",
    status: event.joinUrl === null ? "processing" : "pushed",
    join_url: event.joinUrl,
  },
  invitees_counter: { total: 1, active: event.status === "active" ? 1 : 0, limit: 1 },
  created_at: instant(event.updated),
  updated_at: instant(event.updated),
  event_memberships: [{ user: event.owner }],
  event_guests: [],
});

export const shownInvitee = (invitee: Invitee) => ({
  uri: invitee.uri,
  email: invitee.email,
  name: invitee.name,
  first_name: null,
  last_name: null,
  status: invitee.status,
  timezone: "Asia/Jerusalem",
  event: invitee.event,
  created_at: instant(invitee.created),
  updated_at: instant(invitee.updated),
  canceled: invitee.status === "canceled",
  questions_and_answers: [],
  tracking: {},
  text_reminder_number: invitee.phone,
  rescheduled: invitee.rescheduled,
  old_invitee: invitee.oldInvitee,
  new_invitee: invitee.newInvitee,
  no_show: invitee.noShow && { uri: invitee.noShow.uri, created_at: instant(invitee.noShow.created) },
});

export const shownSubscription = (subscription: Subscription) => ({
  uri: subscription.uri,
  callback_url: subscription.url,
  created_at: instant(subscription.created),
  updated_at: instant(subscription.created),
  retry_started_at: subscription.retryStarted && instant(subscription.retryStarted),
  state: subscription.state,
  events: subscription.events,
  scope: "user",
  organization: subscription.organization,
  user: subscription.user,
  creator: subscription.user,
});

/** The body of a webhook about an invitee. */
export function toldOf(state: State, name: string, invitee: Invitee) {
  const event = state.events.find(({ uri }) => uri === invitee.event);
  return {
    event: name,
    created_at: instant(invitee.updated),
    created_by: event?.owner,
    payload: { ...shownInvitee(invitee), scheduled_event: event && shownEvent(event) },
  };
}
