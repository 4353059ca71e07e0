import { randomUUID } from "node:crypto";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// The build's id in server and browser code. The processes of a build inherit it from the first process.
process.env.BUILD_ID ??= randomUUID();

const config: NextConfig = {
  // A second copy of the app (tests beside a running demo) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  env: { BUILD_ID: process.env.BUILD_ID },
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // No page asks for a resized picture: the route that resizes them is closed.
  images: { unoptimized: true },
  // Browsers fetch the icon under this name for tabs that show no page (a picture, an answer of the API).
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // Addresses that people shorten. The dashboard is that of the project that was open last.
  redirects: async () => [
    { source: "/dashboard", destination: "/?start", permanent: false },
    { source: "/settings", destination: "/settings/dashboard", permanent: false },
  ],
  // Next's own copy of the tracing interface, wherever another package has brought one: every new process of a deployment
  // would read it beside the first.
  turbopack: { resolveAlias: { "@opentelemetry/api": "next/dist/compiled/@opentelemetry/api" } },
  outputFileTracingExcludes: { "*": ["node_modules/@opentelemetry/**"] },
  // npm run demo and npm test set BUILD_WITHOUT_TYPES, since npm test checks types in its own step. A deployment checks
  // them here.
  typescript: { ignoreBuildErrors: process.env.BUILD_WITHOUT_TYPES === "1" },
};

// Messages are compiled with the app: no page carries a parser of them, and the server parses none for a request.
const messages = { path: "./messages", format: "json", locales: "infer", precompile: true } as const;

export default createNextIntlPlugin({ requestConfig: "./lib/i18n/request.ts", experimental: { messages } })(
  config,
);
