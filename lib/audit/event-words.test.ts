import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ENTRY_KINDS } from "@/db/enums";
import { LOCALES } from "../core/i18n/locales";
import { EVENT_NAMES, eventWords } from "./event-words";

const root = path.resolve(import.meta.dirname, "../..");

const mutations = fs
  .readdirSync(path.join(root, "lib"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("mutations.ts"))
  .map((file) => fs.readFileSync(path.join(root, "lib", file), "utf8"));

// What a translator is asked for, `t(…)("noun.word")`, is no event.
const recorded = new Set(
  mutations.flatMap((source) =>
    [...source.matchAll(/(?<!\)\()"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/g)].map((match) => match[1] ?? ""),
  ),
);

/** What happens to entries of every kind, and to an edit of one. */
const shared = mutations.flatMap((source) => [
  ...[...source.matchAll(/\bentryEvent\(\w+, "([a-z-]+)"/g)].flatMap(([, past]) =>
    ENTRY_KINDS.map((kind) => `${kind}.${past}`),
  ),
  ...[...source.matchAll(/\beventOf\(.+?, "([a-z-]+)"/g)].map(([, past]) => `revision.${past}`),
]);

test("every event that a mutation records has words in three languages", () => {
  expect(shared).toContain("project.submitted");
  expect(shared).toContain("revision.published");
  const silent = [...recorded, ...shared].filter((name) => !EVENT_NAMES.includes(name));
  expect(silent).toEqual([]);
  for (const name of EVENT_NAMES) {
    for (const locale of LOCALES) expect(eventWords(name, locale)).not.toBe(name);
  }
});

test("an event nobody has words for is shown by its name", () => {
  expect(eventWords("comet.passed", "fr")).toBe("comet.passed");
});
