import net from "node:net";
import { z } from "zod";

/**
 * Every setting of the portal: what it must look like, and in words what is wrong when it does not. The launcher reads
 * them once the packages are there, the server through `env.ts`. `.env.example` explains each.
 */

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/**
 * Null also for what cannot be read as UTF-8 (a % that stands for itself): whoever takes a password out of it would throw.
 * @param {string} text
 */
function asUrl(text) {
  try {
    decodeURIComponent(text);
    return new URL(text);
  } catch {
    return null;
  }
}

/**
 * Whether an origin is this machine.
 * @param {string} origin
 */
export const isLoopback = (origin) => LOOPBACK.test(asUrl(origin)?.hostname ?? "");

/** @param {string} text */
function isOrigin(text) {
  const url = asUrl(text);
  if (!url || url.username || url.search || url.hash || url.pathname !== "/") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(text));
}

/** @param {string} text */
function isDatabase(text) {
  const url = asUrl(text);
  return (
    url !== null &&
    /^postgres(ql)?:$/.test(url.protocol) &&
    url.hostname !== "" &&
    url.pathname.length > 1 &&
    url.username !== ""
  );
}

/** @param {string} text */
function isMailServer(text) {
  const url = asUrl(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "";
}

/** @param {string} text */
function isService(text) {
  const url = asUrl(text);
  if (!url || url.username || url.password || url.hash) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.origin));
}

/** @param {string} entry */
function isNetwork(entry) {
  const [address = "", bits = "0"] = entry.split("/");
  const most = net.isIPv6(address) ? 128 : 32;
  return net.isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** @param {string} text */
const isSender = (text) => EMAIL.test(text.match(/^[^<>]*<([^<>]+)>$/)?.[1] ?? text);
/** @param {string} text */
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
/** @param {string} text */
const isKey = (text) =>
  [16, 24, 32].includes(Buffer.from(text, "base64").length) && /^[A-Za-z0-9+/]+=*$/.test(text);

/**
 * @param {(text: string) => boolean} isValid
 * @param {string} rule
 */
const text = (isValid, rule) => z.string().refine(isValid, rule);
/** @param {number} most */
const line = (most) =>
  text(
    (value) => value.length <= most && !/\p{C}/u.test(value),
    `must be one line of at most ${most} characters`,
  );
/**
 * @param {string} least
 * @param {string} most
 */
const whole = (least, most) =>
  text(
    (value) =>
      /^\d{1,4}$/.test(value) && Number(value) >= Number(least) && Number(value) <= Number(most),
    `must be a whole number from ${least} to ${most}`,
  );
const IN_PASSWORDS = "; in a password / # ? % are written %2F %23 %3F %25";
const database = text(
  isDatabase,
  `must look like postgres://user:password@host:5432/database${IN_PASSWORDS}`,
);
const flag = text((value) => value === "0" || value === "1", "must be 0 or 1");
const email = text((value) => EMAIL.test(value), "must be an e-mail address");

/** Off, and the services that `lib/core/i18n/machine-translation.ts` knows how to ask. */
const TRANSLATORS = /** @type {const} */ (["off", "libretranslate"]);

const shape = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"], "must be production, or left out")
    .default("production"),
  PORT: text(isPort, "must be a whole number from 1 to 65535").default("3000"),
  HOST: text(
    (value) => net.isIP(value) !== 0,
    "must be an IP address of this machine (some shells set it to a name: unset it)",
  ).optional(),
  APP_ORIGIN: text(
    isOrigin,
    "must be the portal's address without a path, https:// unless it is this machine (localhost)",
  ).optional(),
  TRUSTED_PROXIES: text(
    (value) =>
      value
        .split(/[\s,]+/)
        .filter(Boolean)
        .every(isNetwork),
    "must be IP addresses or networks (10.0.0.0/8) separated by commas",
  ).optional(),
  DATA_DIR: text((value) => !/\p{Cc}/u.test(value), "must be the path of a folder").default(
    ".data",
  ),
  DATABASE_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  DATABASE_PREPARE: text((value) => /^(on|off|1|0)$/.test(value), "must be on or off").default(
    "on",
  ),
  PGEMBED_PORT: text(isPort, "must be a whole number from 1 to 65535").optional(),
  AUTH_SECRET: text((value) => value.length >= 32, "must have at least 32 characters").optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text(
    isKey,
    "must be 16, 24 or 32 random bytes in base64",
  ).optional(),
  SMTP_URL: text(
    isMailServer,
    `must look like smtp://user:password@host:587 or smtps://user:password@host:465${IN_PASSWORDS}`,
  ).optional(),
  MAIL_FROM: text(
    isSender,
    "must be an e-mail address, or a name and an address: Club <club@example.org>",
  ).default("club@example.org"),
  LOG_LEVEL: text(
    (value) => /^(debug|info|warn|error)$/.test(value),
    "must be debug, info, warn or error",
  ).default("info"),
  LOG_FORMAT: text((value) => /^(text|json)$/.test(value), "must be text or json").optional(),
  CLUB_DEMO: flag.optional(),
  CLUB_NAME: line(80).default("OnlyLyon China Business Club"),
  CLUB_NAME_ZH: line(40).optional(),
  CLUB_CONTACT: email.default("secretariat@example.org"),
  CLUB_PUBLISHER: line(160).optional(),
  CLUB_REGISTRATION: line(80).optional(),
  CLUB_LEGAL_FORM: line(80).optional(),
  CLUB_ADDRESS: line(200).optional(),
  CLUB_PHONE: text(
    (value) => /^\+?[\d ().-]{6,24}$/.test(value),
    "must be a telephone number, such as +33 4 00 00 00 00",
  ).optional(),
  CLUB_DIRECTOR: line(120).optional(),
  CLUB_HOST: line(300).optional(),
  CLUB_VAT_SENTENCE: line(200).optional(),
  CLUB_DUES_PAYMENT: line(300).optional(),
  CLUB_DUES_GRACE_DAYS: whole("0", "365").default("60"),
  CLUB_DUES_KEEP_YEARS: whole("1", "30").default("10"),
  TRANSLATION_PROVIDER: z
    .enum(TRANSLATORS, `must be one of: ${TRANSLATORS.join(", ")}`)
    .default("off"),
  TRANSLATION_URL: text(
    isService,
    "must be the whole address that texts are sent to, https:// unless it is this machine (localhost)",
  ).optional(),
  TRANSLATION_KEY: line(200).optional(),
  TRANSLATION_NAME: line(80).optional(),
});

/** What a club with an address of its own may not open without (the French law of 21 June 2004, article 1-1). */
const REAL_CLUB = {
  MAIL_FROM: "the sender of its mails",
  CLUB_CONTACT: "where its readers write to",
  TRUSTED_PROXIES:
    "the addresses of the proxy that ends TLS (127.0.0.1, ::1), without which all visitors are one",
  CLUB_PUBLISHER: "who publishes the site",
  CLUB_ADDRESS: "the publisher's postal address",
  CLUB_DIRECTOR: "who answers for what is published",
  CLUB_HOST: "the name, address and telephone of its host",
};

export const SETTING_NAMES = Object.keys(shape.shape);

/**
 * Reads the settings of an environment; an empty one counts as not set. Gives their values, or each fault by name with
 * its rule, never with the value.
 * @param {Record<string, string | undefined>} environment
 */
export function parseSettings(environment) {
  const given = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value.trim() === "" ? [] : [[name, value]];
    }),
  );
  const parsed = shape.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const wrong = issues.map(({ path, message }) => ({ name: path.join("."), rule: message }));
  // Whether a club is a real one cannot be told by an address that is none.
  const isTold = wrong.every(({ name }) => name !== "APP_ORIGIN");
  return { settings: parsed.data, faults: [...wrong, ...(isTold ? faultsTogether(given) : [])] };
}

/** @param {Record<string, string>} given */
function faultsTogether(given) {
  const faults = [];
  const isHere = isLoopback(given.APP_ORIGIN ?? "http://localhost");
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL)
    faults.push({ name: "DATABASE_URL", rule: "must be set when DATABASE_OWNER_URL is" });
  for (const name of ["TRANSLATION_URL", "TRANSLATION_NAME"]) {
    if ((given.TRANSLATION_PROVIDER ?? "off") !== "off" && !given[name])
      faults.push({ name, rule: "must be set when TRANSLATION_PROVIDER is" });
  }
  if (isHere) return faults;
  if (given.CLUB_DEMO === "1") {
    const rule =
      "is 1 but APP_ORIGIN is not this machine, and demo accounts have a public password";
    faults.push({ name: "CLUB_DEMO", rule });
  }
  for (const [name, what] of Object.entries(REAL_CLUB)) {
    if (given[name] === undefined)
      faults.push({ name, rule: `must be set for a club with its own address: ${what}` });
  }
  return faults;
}
