import fs from "node:fs";
import path from "node:path";
import { parseProxies } from "../front/client-address.mjs";
import { Refusal } from "./log.mjs";
import { ROOT } from "./run.mjs";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

const asUrl = (text) => (URL.canParse(text) ? new URL(text) : null);
export const isLoopback = (origin) => LOOPBACK.test(new URL(origin).hostname);

function isOrigin(text) {
  const url = asUrl(text);
  if (!url || url.username || url.search || url.hash || url.pathname !== "/") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(text));
}

function isDatabase(text) {
  const url = asUrl(text);
  return (
    /^postgres(ql)?:$/.test(url?.protocol) &&
    url.hostname !== "" &&
    url.pathname.length > 1 &&
    url.username !== ""
  );
}

function isMailServer(text) {
  const url = asUrl(text);
  return /^smtps?:$/.test(url?.protocol) && url.hostname !== "";
}

function isProxyList(text) {
  try {
    parseProxies(text);
    return true;
  } catch {
    return false;
  }
}

const isSender = (text) => EMAIL.test(text.match(/^[^<>]*<([^<>]+)>$/)?.[1] ?? text);
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
const isKey = (text) =>
  [16, 24, 32].includes(Buffer.from(text, "base64").length) && /^[A-Za-z0-9+/]+=*$/.test(text);
const isLine = (text) => text.length <= 80 && !/\p{C}/u.test(text);

const RULES = {
  PORT: [isPort, "must be a whole number from 1 to 65535"],
  APP_ORIGIN: [
    isOrigin,
    "must be the portal's address without a path, https:// unless it is this machine (localhost)",
  ],
  DATABASE_URL: [isDatabase, "must look like postgres://user:password@host:5432/database"],
  DATABASE_OWNER_URL: [isDatabase, "must look like postgres://user:password@host:5432/database"],
  AUTH_SECRET: [(text) => text.length >= 32, "must have at least 32 characters"],
  SMTP_URL: [
    isMailServer,
    "must look like smtp://user:password@host:587 or smtps://user:password@host:465",
  ],
  MAIL_FROM: [
    isSender,
    "must be an e-mail address, or a name and an address: Club <club@example.org>",
  ],
  DATA_DIR: [(text) => !/\p{Cc}/u.test(text), "must be the path of a folder"],
  TRUSTED_PROXIES: [
    isProxyList,
    "must be IP addresses or networks (10.0.0.0/8) separated by commas",
  ],
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: [isKey, "must be 16, 24 or 32 random bytes in base64"],
  CLUB_DEMO: [(text) => text === "0" || text === "1", "must be 0 or 1"],
  CLUB_NAME: [isLine, "must be one line of at most 80 characters"],
  CLUB_CONTACT: [(text) => EMAIL.test(text), "must be an e-mail address"],
  PGEMBED_PORT: [isPort, "must be a whole number from 1 to 65535"],
  TRANSLATION_PROVIDER: [
    (text) => /^[a-z0-9-]+$/.test(text),
    "must be off, or the name of a provider in lib/core/i18n/translation-providers.ts",
  ],
};

const refuse = (name, rule) =>
  new Refusal(
    `${name} ${rule}.`,
    `Correct ${name} in .env or in the environment; .env.example explains every setting.`,
  );

/** Adds the lines of `.env` to the environment; what is already set there wins. An empty value counts as not set. */
export function loadDotEnv(env = process.env, file = path.join(ROOT, ".env")) {
  const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split(/\r?\n/) : [];
  for (const line of lines) {
    const [, name, raw] = line.match(/^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/) ?? [];
    if (!name || env[name] !== undefined) continue;
    const quoted = raw.match(/^(["'])(.*)\1$/);
    env[name] = quoted ? quoted[2] : raw.replace(/\s+#.*$/, "");
  }
  for (const name of Object.keys(RULES)) if (env[name]?.trim() === "") delete env[name];
}

function isDemo(env, origin) {
  if (env.CLUB_DEMO === "0") return false;
  if (isLoopback(origin)) return env.CLUB_DEMO === "1" || !env.DATABASE_URL;
  if (env.CLUB_DEMO !== "1") return false;
  throw new Refusal(
    "CLUB_DEMO is 1 but APP_ORIGIN is not this machine: demo accounts have a public password.",
    "Set CLUB_DEMO to 0, or remove APP_ORIGIN to try the demo on this machine.",
  );
}

/** Checks every setting and gives back those the launcher needs. Refuses naming the setting, never showing its value. */
export function readSettings(env = process.env) {
  for (const [name, [isValid, rule]] of Object.entries(RULES)) {
    if (env[name] !== undefined && !isValid(env[name])) throw refuse(name, rule);
  }
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL)
    throw refuse("DATABASE_URL", "must be set when DATABASE_OWNER_URL is");
  const port = Number(env.PORT ?? 3000);
  const origin = new URL(env.APP_ORIGIN ?? `http://localhost:${port}`).origin;
  return {
    port,
    origin,
    isDemo: isDemo(env, origin),
    dataDir: path.resolve(ROOT, env.DATA_DIR ?? ".data"),
    databaseUrl: env.DATABASE_URL,
    ownerUrl: env.DATABASE_OWNER_URL,
    databasePort: env.PGEMBED_PORT && Number(env.PGEMBED_PORT),
  };
}
