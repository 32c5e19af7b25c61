import "server-only";
import { parseSettings } from "./settings.mjs";

type Settings = NonNullable<ReturnType<typeof parseSettings>["settings"]>;

/** The settings as the server needs them: what the launcher adds is there. */
export type Env = Settings & { APP_ORIGIN: string; AUTH_SECRET: string; CLUB_DEMO: string };

let parsed: Env | undefined;

/**
 * The settings, parsed once at first use (a build needs none of them).
 * Throws an error that names the bad variables and never their values.
 */
export function env(): Env {
  parsed ??= read();
  return parsed;
}

function read(): Env {
  const { settings, faults } = parseSettings(process.env);
  const wrong = faults.map(({ name }) => name);
  const { AUTH_SECRET } = settings ?? {};
  if (settings && !AUTH_SECRET) wrong.push("AUTH_SECRET");
  if (!settings || !AUTH_SECRET || wrong.length > 0)
    throw new Error(`Missing or invalid settings: ${[...new Set(wrong)].join(", ")}`);
  const { APP_ORIGIN = "http://localhost:3000", CLUB_DEMO = "0" } = settings;
  return { ...settings, AUTH_SECRET, APP_ORIGIN, CLUB_DEMO };
}

/** True on plain-http localhost, where cookies cannot be `Secure`. */
export function isPlainHttp(): boolean {
  return env().APP_ORIGIN.startsWith("http://");
}
