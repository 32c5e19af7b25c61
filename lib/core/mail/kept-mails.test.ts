import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const settings = vi.hoisted(() => ({ DATA_DIR: "" }));
vi.mock("../env", () => ({ env: () => settings }));

import { findKeptMails, listKeptMails } from "./kept-mails";
import { removeOldLetters } from "./mail-retention";

beforeEach(() => {
  settings.DATA_DIR = fs.mkdtempSync(path.join(os.tmpdir(), "club-letters-"));
});
afterEach(() => fs.rmSync(settings.DATA_DIR, { recursive: true }));

test("where no letter was ever kept there is none", async () => {
  expect(await listKeptMails()).toEqual([]);
  expect(await findKeptMails(() => true)).toEqual([]);
});

test("a folder that cannot be read is not taken for an empty one", async () => {
  fs.writeFileSync(path.join(settings.DATA_DIR, "mail"), "");
  const unreadable = { code: "ENOTDIR" };
  await expect(listKeptMails()).rejects.toMatchObject(unreadable);
  await expect(findKeptMails(() => true)).rejects.toMatchObject(unreadable);
  await expect(removeOldLetters("2026-11-30")).rejects.toMatchObject(unreadable);
});
