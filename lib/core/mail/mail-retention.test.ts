import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const settings = vi.hoisted(() => ({ DATA_DIR: "", CLUB_DEMO: "" }));
vi.mock("../env", () => ({ env: () => settings }));

import { listOldLetters, removeOldLetters } from "./mail-retention";

let folder: string;

beforeEach(() => {
  settings.DATA_DIR = fs.mkdtempSync(path.join(os.tmpdir(), "club-letters-"));
  settings.CLUB_DEMO = "";
  folder = path.join(settings.DATA_DIR, "mail");
});
afterEach(() => fs.rmSync(settings.DATA_DIR, { recursive: true }));

const keep = (...names: string[]) => {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of names) fs.writeFileSync(path.join(folder, name), "{}");
};
const letter = (day: string, id = "a") => `${day}T080000000Z-${id}.json`;

describe("letters kept as files are not kept for ever", () => {
  test("ninety days, the half-written one a day; what is no letter is left alone", async () => {
    const stay = [
      letter("20260901"),
      letter("20261130"),
      `${letter("20261129")}.part`,
      "notes.txt",
    ];
    const go = [letter("20260831"), letter("20250101"), `${letter("20261128")}.part`];
    keep(...stay, ...go);
    expect((await listOldLetters("2026-11-30")).sort()).toEqual([...go].sort());
    expect(await removeOldLetters("2026-11-30")).toBe(3);
    expect(fs.readdirSync(folder).sort()).toEqual([...stay].sort());
    expect(await removeOldLetters("2026-11-30")).toBe(0);
  });

  test("a demo club keeps the newest two hundred", async () => {
    settings.CLUB_DEMO = "1";
    const ids = Array.from({ length: 203 }, (_, index) => String(index).padStart(3, "0"));
    keep(...ids.map((id) => letter("20261130", id)));
    expect(await listOldLetters("2026-11-30")).toEqual(
      ["000", "001", "002"].map((id) => letter("20261130", id)),
    );
  });

  test("without a folder there is nothing to remove", async () => {
    expect(await removeOldLetters("2026-11-30")).toBe(0);
  });
});
