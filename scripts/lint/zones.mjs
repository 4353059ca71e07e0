/**
 * Who may import whom (the house rules in CONTRIBUTING.md). Each zone names the files it governs, what they may
 * never import, and why. When a zone stops you, move the code, not the zone.
 *
 * A target is either a path from the root of the repository ("lib/supabase/") or, written with "npm:", a package.
 * Targets and files are regular expressions anchored at the start.
 */
const domains = ["settings", "notifications", "leads", "team", "audit", "integrations"];
const product = /^(app|components|lib)\/|^(proxy|instrumentation|next\.config)\.ts$/;
const tests = /\.test\.tsx?$/;
/** What stands in for browser, server and clock in tests, and the tests' own surroundings beside a component. */
const testSupport = [tests, /\.test-support\.tsx?$/, /^lib\/testing\//];
const adapters = /\/(store|service|worker)\.ts$/;

/** The only holders of the secret key, which bypasses row-level security. Each says in a comment why it must. */
export const adminCallers = [
  "lib/notifications/service.ts",
  "lib/notifications/unsubscribe/store.ts",
  "lib/notifications/invitations/store.ts",
  "lib/notifications/calendar-address/store.ts",
  "lib/notifications/channels/email/store.ts",
  "lib/notifications/channels/store.ts",
  "lib/notifications/delivery/service.ts",
  "lib/notifications/delivery/posts/store.ts",
  "lib/notifications/destinations/service.ts",
  "lib/health/store.ts",
  "lib/account/store.ts",
  "lib/integrations/store.ts",
  "lib/integrations/project-apps/store.ts",
  "lib/correspondence/store.ts",
  "lib/integrations/whatsapp/store.ts",
  "lib/integrations/whatsapp/chat/store.ts",
];

/** Parsers that no browser loads, beside those of stores and services. */
const parsersOfTheServer = [
  /^lib\/(action|auth|env|read-route|auth-cookie)\.ts$/,
  /^lib\/(audit\/event|bootstrap\/bootstrap|notifications\/(answers|subscription)|notifications\/inbox\/answers|account\/account|leads\/(event|lead|page|panels|talk))\.ts$/,
  /^lib\/settings\/(patch-request|row-schema)\.ts$/,
  // They speak to providers, and read what providers say.
  /^lib\/notifications\/(channels|unsubscribe|delivery)\//,
  /^lib\/notifications\/destinations\/destination\.ts$/,
  /^lib\/correspondence\//,
  // The manifest of a provider is all that a page loads of it.
  /^lib\/integrations\/(attempt|kept-tokens|rows|(?!contract)[\w-]+\/(?!manifest)[\w-]+)\.ts$/,
];

/** The one floor that joins domains: what is sent depends on settings, schedule and leads, by their pure files. */
const delivery = /^lib\/notifications\/(delivery|destinations)\//;

/** Mails are drawn by React, on the server, as pages are; no component of the product is in them. */
const drawings = /^lib\/notifications\/channels\/email\/[\w-]+\.tsx$/;

const frameworks = [/^npm:react(-dom)?$/, /^npm:next(-intl)?$/, /^npm:@supabase\//, /^lib\/supabase\//];

const domainZones = domains.map((domain) => ({
  files: new RegExp(`^lib/${domain}/`),
  except: [tests, adapters, drawings, delivery],
  targets: [
    ...frameworks,
    ...domains.filter((other) => other !== domain).map((other) => new RegExp(`^lib/${other}(/|$)`)),
  ],
  why: `lib/${domain} is pure but for store, service and worker: what it decides must run in a browser, a worker and a test alike, and a domain that knows another cannot be changed alone`,
}));

export const zones = [
  {
    files: product,
    targets: [/^(local|scripts|e2e|bench)\//],
    why: "the product runs on a hosted platform, where neither the local stand-ins nor the tools exist",
  },
  {
    files: product,
    except: testSupport,
    targets: [/^lib\/testing\//, /\.test-support$/, /\.test$/],
    why: "the product knows nothing of its tests: the build leaves their support out, and would break without it",
  },
  {
    files: /^local\//,
    targets: [/^(app|components|e2e|bench)\//],
    why: "the local platform stands in for the cloud: it knows the product no better than the cloud does",
  },
  {
    files: /^app\/actions\//,
    targets: [/^lib\/settings\/(store|service)$/],
    why: "one path stores settings: lib/user-settings/service judges every change, the browser's and the server's own",
  },
  {
    files: /^components\//,
    targets: [/^app\//],
    why: "actions and data reach a component as props, so that it can be shown with any of them",
  },
  {
    files: /^components\//,
    except: [tests],
    targets: [
      /^lib\/[^/]+\/(store|service|worker)$/,
      /^lib\/supabase\/(server|session|admin)$/,
      /^lib\/(action|auth)$/,
    ],
    why: "components know shapes, not storage: only actions, routes and pages reach a service",
  },
  {
    files: /^components\/ui\//,
    targets: [new RegExp(`^(lib|components)/(${domains.join("|")})(/|$)`)],
    why: "a primitive has no domain words",
  },
  {
    files: /^lib\//,
    targets: [/^(app|components)\//],
    why: "imports point one way: app, then components, then lib",
  },
  ...domainZones,
  {
    files: /^e2e\/(?!alone\/)/,
    targets: [/^e2e\/alone\//],
    why: "what disturbs the platform is in e2e/alone, whose specs run one at a time: two others run at once",
  },
  {
    files: product,
    except: [tests, /^lib\/supabase\//],
    targets: [/^npm:@supabase\/(supabase-js|postgrest-js)$/],
    why: "lib/supabase makes the clients: each asks once, and waits no longer than its limit",
  },
  {
    files: /^(components|lib)\//,
    except: [
      tests,
      adapters,
      ...parsersOfTheServer,
      /^lib\/schema\.ts$/,
      /^components\/ui\/schema-resolver\.ts$/,
    ],
    targets: [/^npm:zod(\/|$)/],
    why: "one import of zod in a page brings all of zod into every page: lib/schema.ts makes schemas for browsers, and parsers of the server alone are named in scripts/lint/zones.mjs",
  },
  {
    files: product,
    except: [tests, ...adminCallers.map((path) => new RegExp(`^${path.replaceAll(".", "\\.")}$`))],
    targets: [/^lib\/supabase\/admin$/],
    why: "the secret key bypasses row-level security; its callers are named in scripts/lint/zones.mjs, one by one",
  },
];
