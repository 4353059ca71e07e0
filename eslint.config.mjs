import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import { house } from "./scripts/lint/rules.mjs";
import { zones } from "./scripts/lint/zones.mjs";

const tests = ["**/*.test.{ts,tsx}", "e2e/**", "local/**/*.contract.ts"];
const types = ["**/*.{ts,tsx}"];

// One rule per node kind is all ESLint allows, so what is forbidden everywhere is repeated where more is forbidden.
const everywhere = [
  {
    selector: "ClassDeclaration, ClassExpression",
    message: "No classes: data and functions are enough here, and they can be tested apart.",
  },
  {
    selector: "TSEnumDeclaration",
    message: "No enums: a union of strings is the same in TypeScript, JSON and SQL.",
  },
];
const storage = [
  {
    selector: "CallExpression[callee.property.name='rpc']",
    message: "Only store.ts files speak to the database: call one of its functions.",
  },
  {
    // Array.from, Object.from…, Temporal.Instant.from: a capital before the dot is a constructor, not a client.
    selector:
      "CallExpression[callee.property.name='from']:not([callee.object.name=/^[A-Z]/]):not([callee.object.property.name=/^[A-Z]/])",
    message: "Only store.ts files speak to the database: call one of its functions.",
  },
];
/** One clock and one way of writing for server and browser (docs/decisions/032 to 034). */
const written = [
  {
    selector: "MemberExpression[object.name='Intl']",
    message:
      "Only lib/time and the list of zones speak to Intl: use useFormats, so that every engine writes the same.",
  },
  {
    selector: "MemberExpression[property.name='relativeTime']",
    message:
      "The words for spans of time differ with an engine's age: useRelativeTime has the product's own.",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString|(Upper|Lower)Case)$/][arguments.length=0]",
    message: "Name the language: the device's own would write something else than the server.",
  },
];
const toldByDevice = [
  {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The device's clock may be hours wrong: serverClock.now() or useNow tell the server's time.",
  },
];
const asksIntl = [
  "lib/time/{formats,zone-search}.ts",
  // They ask for the name of the device's zone, which nobody else knows, and write nothing.
  "components/ui/time-zone-list.tsx",
  "components/appearance/use-followed-preferences.ts",
  // What tests measure the product by.
  "lib/testing/**",
  "components/**/*.test-support.tsx",
];
/** They measure how long something takes on one device, and store nothing that anybody else reads. */
const asksDevice = ["components/settings/freshness-banner.tsx", "components/dashboard/use-auto-refresh.ts"];
const physical =
  /(?:^|[\s:])-?(?:m[lr]-|p[lr]-|(?:left|right)-(?:\d|\[|auto|full|px)|(?:border|rounded)-(?:[lr]|t[lr]|b[lr])(?:-|\s|$)|text-(?:left|right)(?:\s|$)|scroll-[mp][lr]-)/;
const screens = [
  {
    selector: `:matches(Literal[value=${physical}], TemplateElement[value.raw=${physical}])`,
    message: "Logical sides only (ms-, me-, ps-, pe-, start-, end-): Hebrew and Arabic read the other way.",
  },
  {
    selector: "JSXText[value=/[A-Za-z]{2}/]",
    message: "No text in a component: messages/*.json hold it in three languages.",
  },
  {
    selector: "JSXAttribute[name.name=/^(aria-label|title|placeholder|alt)$/] > Literal[value=/[A-Za-z]{2}/]",
    message: "No text in a component: messages/*.json hold it in three languages.",
  },
];

export default [
  { ignores: [".next*/**", ".data/**", "test-results/**", "lib/supabase/database.types.ts"] },
  ...coreWebVitals,
  ...typescript,
  {
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "house/zones": ["error", zones],
      "house/rooms": "error",
      "house/file-name": "error",
      "no-restricted-syntax": ["error", ...everywhere],
      "max-lines": ["error", { max: 200 }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "import/no-anonymous-default-export": "off",
    },
  },
  {
    files: types,
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // `as const` passes: it adds knowledge, every other assertion claims it.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    // What an action does is one call: identity, parsing and the mapping of errors are lib/action.ts.
    files: ["app/actions/**"],
    rules: { "max-lines-per-function": ["error", { max: 10, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    ignores: [...tests, "lib/**/store.ts", "lib/supabase/**"],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, ...storage, ...written],
      "no-console": "error",
    },
  },
  {
    files: ["components/**/*.ts"],
    ignores: tests,
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...storage, ...written, ...toldByDevice] },
  },
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    ignores: tests,
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, ...storage, ...written, ...toldByDevice, ...screens],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    ignores: [
      ...tests,
      "components/ui/use-{locale,now}.ts",
      "components/{appearance/messages,offline/offline-app}.tsx",
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          name: "next-intl",
          importNames: ["useLocale", "useNow", "useTimeZone"],
          message:
            "components/ui has useLocale and useNow: the one names no figures, the other asks the server's clock.",
        },
      ],
    },
  },
  {
    files: asksIntl,
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...storage, ...toldByDevice, ...screens] },
  },
  {
    files: asksDevice,
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...storage, ...written, ...screens] },
  },
  // The stock client is generic over a schema it cannot check: its edge is the one place that may assert.
  { files: ["lib/supabase/**"], rules: { "@typescript-eslint/consistent-type-assertions": "off" } },
  // A mail is a document of its own, and no page.
  { files: ["lib/notifications/channels/email/**"], rules: { "@next/next/no-head-element": "off" } },
  // lib/log.ts is the one that writes.
  { files: ["lib/log.ts"], rules: { "no-console": "off" } },
  // A describe block is a chapter, not a function; its length is the number of guarantees.
  { files: tests, rules: { "max-lines-per-function": "off" } },
  // Fixtures of Playwright are called `use`, which is no hook.
  { files: ["e2e/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
];
