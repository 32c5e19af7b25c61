import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.mjs";

const DATABASE = "postgres://club:secret@db.example.org/club";

/** What a club with its own address may not open without. */
const REAL = {
  APP_ORIGIN: "https://club.example.org",
  MAIL_FROM: "club@example.org",
  CLUB_CONTACT: "club@example.org",
  TRUSTED_PROXIES: "127.0.0.1, ::1",
  CLUB_PUBLISHER: "Association Example",
  CLUB_ADDRESS: "1 rue de l’Exemple, 69000 Lyon",
  CLUB_DIRECTOR: "A name",
  CLUB_HOST: "A host, its address",
};

const WRONG = [
  ["PORT", "0"],
  ["PORT", "3000x"],
  ["APP_ORIGIN", "club.example.org"],
  ["APP_ORIGIN", "http://club.example.org"],
  ["APP_ORIGIN", "https://club.example.org/fr"],
  ["DATABASE_URL", "mysql://club:secret@db.example.org/club"],
  ["DATABASE_URL", "postgres://db.example.org/club"],
  ["DATABASE_URL", "postgres://club:100%secret@db.example.org/club"],
  ["DATABASE_OWNER_URL", "postgres://club:secret%E9@db.example.org/club"],
  ["AUTH_SECRET", "secret"],
  ["SMTP_URL", "https://user:secret@mail.example.org"],
  ["SMTP_URL", "smtp://user:100%secret@mail.example.org"],
  ["NODE_ENV", "secret"],
  ["MAIL_FROM", "secret"],
  ["TRUSTED_PROXIES", "secret"],
  ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "secret"],
  ["CLUB_DEMO", "secret"],
  ["CLUB_NAME", "secret\nsecret"],
  ["CLUB_CONTACT", "secret"],
  ["HOST", "secret.example.org"],
  ["DATABASE_PREPARE", "secret"],
  ["LOG_LEVEL", "secret"],
  ["LOG_FORMAT", "secret"],
  ["TRANSLATION_PROVIDER", "secret"],
  ["TRANSLATION_URL", "http://secret.example.org/translate"],
  ["TRANSLATION_URL", "https://user:secret@translate.example.org/translate"],
  ["TRANSLATION_NAME", "secret\nsecret"],
  ["CLUB_PHONE", "secret"],
  ["CLUB_PUBLISHER", "secret\nsecret"],
  ["TRUSTED_PROXIES", "10.0.0.0/64"],
];

describe("settings", () => {
  test("none are needed", () => {
    const { port, origin, isDemo } = readSettings({});
    expect({ port, origin, isDemo }).toEqual({
      port: 3000,
      origin: "http://localhost:3000",
      isDemo: true,
    });
  });

  test.each(WRONG)("%s=%s is refused by its name, without its value", (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(`${name} must `);
    expect(read).not.toThrow(/secret/);
  });

  test("a translation service has an address and a name", () => {
    const chosen = { TRANSLATION_PROVIDER: "libretranslate" };
    const TRANSLATION_URL = "https://translate.example.org/translate";
    expect(() => readSettings({ ...chosen, TRANSLATION_URL })).toThrow("TRANSLATION_NAME");
    expect(() => readSettings({ ...chosen, TRANSLATION_NAME: "One" })).toThrow("TRANSLATION_URL");
    const all = { ...chosen, TRANSLATION_URL, TRANSLATION_NAME: "One" };
    expect(() => readSettings(all)).not.toThrow();
  });

  test.each([
    ["on by itself on this machine", {}, true],
    ["off when asked", { CLUB_DEMO: "0" }, false],
    ["off with a database of one's own", { DATABASE_URL: DATABASE }, false],
    ["on with one when asked", { DATABASE_URL: DATABASE, CLUB_DEMO: "1" }, true],
    ["off on a real address", REAL, false],
  ])("demo mode is %s", (_case, env, expected) => {
    expect(readSettings(env).isDemo).toBe(expected);
  });

  test.each([
    "https://club.example.org",
    "https://localhost.example.org",
    "https://127.0.0.1.example.org",
  ])("demo mode is refused at %s", (APP_ORIGIN) =>
    expect(() => readSettings({ ...REAL, APP_ORIGIN, CLUB_DEMO: "1" })).toThrow("CLUB_DEMO"),
  );

  test.each(Object.keys(REAL).filter((name) => name !== "APP_ORIGIN"))(
    "a club with its own address does not open without %s",
    (name) => expect(() => readSettings({ ...REAL, [name]: " " })).toThrow(name),
  );

  test("all that a real club lacks is said at once", () => {
    const read = () => readSettings({ APP_ORIGIN: "https://club.example.org" });
    expect(read).toThrow(/MAIL_FROM.*\n.*CLUB_CONTACT.*\n.*TRUSTED_PROXIES.*\n.*CLUB_PUBLISHER/);
    const wrong = () => readSettings({ APP_ORIGIN: "https://club.example.org", PORT: "0" });
    expect(wrong).toThrow(/PORT.*\n.*MAIL_FROM/);
    expect(() => readSettings({ APP_ORIGIN: "localhost:3000" })).not.toThrow("MAIL_FROM");
  });

  test("a database behind a socket is an address", () => {
    const DATABASE_URL = "postgres://club@localhost/club?host=/run/postgresql";
    expect(readSettings({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });
});

test.each([
  ["~/club", path.join(os.homedir(), "club")],
  ["~", os.homedir()],
  ["/srv/~club", "/srv/~club"],
])("DATA_DIR=%s is the folder that a shell would take", (DATA_DIR, folder) => {
  expect(readSettings({ DATA_DIR }).dataDir).toBe(folder);
});
