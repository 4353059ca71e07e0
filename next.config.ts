import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // A second copy of the app (tests beside a running demo) builds into its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // npm run demo and npm test compile only: types are a step of their own in npm test. A deployment checks them here.
  typescript: { ignoreBuildErrors: process.env.BUILD_WITHOUT_TYPES === "1" },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
