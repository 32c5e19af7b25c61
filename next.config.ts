import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  serverExternalPackages: ["@node-rs/argon2", "pino", "postgres", "rate-limiter-flexible"],
  experimental: { serverActions: { bodySizeLimit: "1mb" }, sri: { algorithm: "sha256" } },
};

export default config;
