import { randomUUID } from "node:crypto";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// One name of this build, for the code of the server and of the browser. The processes of a build inherit the first one's.
process.env.BUILD_ID ??= randomUUID();

const config: NextConfig = {
  // A second copy of the app (tests beside a running demo) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  env: { BUILD_ID: process.env.BUILD_ID },
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // A tab that shows something that is no page (a picture, an answer of the API) asks for the icon under this name.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // npm run demo and npm test compile only: types are a step of their own in npm test. A deployment checks them here.
  typescript: { ignoreBuildErrors: process.env.BUILD_WITHOUT_TYPES === "1" },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
