import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureDataDir, ensureSecrets } from "./data-dir.mjs";
import { Refusal } from "./log.mjs";

let folder;
const file = () => path.join(folder, "secrets.json");

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "club-data-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

/** What the operator reads. */
function refusal(act) {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return `${error.message} ${error.advice}`;
  }
  throw new Error("not refused");
}

test("secrets that may not be read are not called damaged", () => {
  fs.mkdirSync(file());
  const said = refusal(() => ensureSecrets(folder, {}));
  expect(said).toMatch(/cannot be read \(EISDIR\).*user who runs the portal/s);
  expect(said).not.toContain("damaged");
});

test.each(["", "{", "{}", '{"AUTH_SECRET":"0123456789abcdef0123456789abcdef"}'])(
  "secrets that are not whole are damaged: %s",
  (text) => {
    fs.writeFileSync(file(), text);
    expect(refusal(() => ensureSecrets(folder, {}))).toContain("damaged");
  },
);

test("settings stand in for secrets that the file lacks", () => {
  fs.writeFileSync(file(), "{}");
  const given = { AUTH_SECRET: "a", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "b" };
  expect(ensureSecrets(folder, given)).toEqual(given);
});

test("root does not work in the folder of a portal that another user runs", () => {
  ensureSecrets(folder, {});
  expect(() => ensureDataDir(folder)).not.toThrow();
  vi.spyOn(process, "getuid").mockReturnValue(0);
  const owner = fs.statSync(file()).uid;
  const stat = fs.statSync.bind(fs);
  vi.spyOn(fs, "statSync").mockImplementation((name, ...more) =>
    name === file() ? { uid: owner + 1 } : stat(name, ...more),
  );
  expect(refusal(() => ensureDataDir(folder))).toContain(`sudo -u '#${owner + 1}'`);
  expect(fs.readdirSync(folder)).toEqual(["secrets.json"]);
});
