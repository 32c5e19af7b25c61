import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // No page of ours has Next shrink its pictures; nor may anybody else, by whatever address its service is reached.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pino", "postgres", "rate-limiter-flexible"],
  experimental: {
    serverActions: { bodySizeLimit: "1mb" },
    sri: { algorithm: "sha256" },
    // What every page loads comes in one piece: twelve requests on a first visit instead of thirteen.
    turbopackChunking: { maxChunkCountPerGroup: 1, maxMergeChunkSize: 5_000_000 },
  },
};

export default config;
