import { ensureSecrets } from "./data-dir.mjs";

/** The environment of every process of the portal, without the database addresses. */
export function environment(settings, { isDev = false } = {}) {
  const secrets = ensureSecrets(settings.dataDir, process.env);
  return {
    ...process.env,
    ...secrets,
    NODE_ENV: isDev ? "development" : "production",
    PORT: String(settings.port),
    APP_ORIGIN: settings.origin,
    DATA_DIR: settings.dataDir,
    CLUB_DEMO: settings.isDemo ? "1" : "0",
    LOG_FORMAT: settings.logFormat,
    NEXTAUTH_URL: settings.origin,
    NEXTAUTH_SECRET: secrets.AUTH_SECRET,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What the processes know of the database: where pages are served from, and who owns it. */
export function databaseEnvironment({ webUrl, ownerUrl }) {
  return {
    DATABASE_URL: webUrl,
    DATABASE_OWNER_URL: ownerUrl ?? webUrl,
  };
}
