import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { isLoopback, parseSettings, SETTING_NAMES } from "../../lib/core/settings.mjs";
import { Refusal } from "./log.mjs";
import { ROOT } from "./run.mjs";

/** Adds the lines of `.env` to the environment; what is already set there wins. An empty value counts as not set. */
export function loadDotEnv(env = process.env, file = path.join(ROOT, ".env")) {
  const lines = fs.existsSync(file) ? readLines(file) : [];
  for (const line of lines) {
    const [, name, raw] = line.match(/^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/) ?? [];
    if (!name || env[name] !== undefined) continue;
    const quoted = raw.match(/^(["'])(.*)\1$/);
    env[name] = quoted ? quoted[2] : raw.replace(/\s+#.*$/, "");
  }
  for (const name of SETTING_NAMES) if (env[name]?.trim() === "") delete env[name];
}

function readLines(file) {
  try {
    return fs.readFileSync(file, "utf8").split(/\r?\n/);
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read (${error.code}).`,
      "Let the user who runs the portal read it, or give the settings in the environment.",
    );
  }
}

/** On by itself only where nobody else looks: this machine, with the built-in database. */
function isDemo({ CLUB_DEMO, DATABASE_URL }, origin) {
  if (!isLoopback(origin) || CLUB_DEMO === "0") return false;
  return CLUB_DEMO === "1" || !DATABASE_URL;
}

/** Checks every setting and gives back those the launcher needs. Refuses naming what is wrong, never showing a value. */
export function readSettings(env = process.env) {
  const { settings, faults } = parseSettings(env);
  if (faults.length > 0) {
    throw new Refusal(
      faults.map(({ name, rule }) => `${name} ${rule}.`).join("\n"),
      "Correct this in .env or in the environment; .env.example explains every setting.",
    );
  }
  const port = Number(settings.PORT);
  const origin = new URL(settings.APP_ORIGIN ?? `http://localhost:${port}`).origin;
  return {
    port,
    origin,
    host: settings.HOST,
    isDemo: isDemo(settings, origin),
    isMailed: settings.SMTP_URL !== undefined,
    logFormat: settings.LOG_FORMAT ?? (isLoopback(origin) ? "text" : "json"),
    // In .env no shell has put one's own folder there for `~`.
    dataDir: path.resolve(ROOT, settings.DATA_DIR.replace(/^~(?=\/|$)/, os.homedir())),
    databaseUrl: settings.DATABASE_URL,
    ownerUrl: settings.DATABASE_OWNER_URL,
    databasePort: settings.PGEMBED_PORT && Number(settings.PGEMBED_PORT),
  };
}
