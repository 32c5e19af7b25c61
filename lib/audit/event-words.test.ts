import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ENTRY_KINDS } from "@/db/enums";
import { LOCALES } from "../core/i18n/locales";
import { ENTRY_PATHS } from "../entries/noun";
import { EVENT_NAMES, eventWords } from "./event-words";

const root = path.resolve(import.meta.dirname, "../..");

const files = fs
  .readdirSync(path.join(root, "lib"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("mutations.ts"));
const read = (file: string) => fs.readFileSync(path.join(root, "lib", file), "utf8");
const mutations = files.map(read);

/** The kinds whose entries a room acts on: its own, or all of them. */
const kindsOf = (file: string) => {
  const own = ENTRY_KINDS.filter((kind) => file.startsWith(`${ENTRY_PATHS[kind].slice(1)}/`));
  return own.length > 0 ? own : ENTRY_KINDS;
};

// What a translator is asked for, `t(…)("noun.word")`, is no event.
const recorded = new Set(
  mutations.flatMap((source) =>
    [...source.matchAll(/(?<!\)\()"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/g)].map((match) => match[1] ?? ""),
  ),
);

/** What happens to entries, of every kind where it stands in a room of all, and to an edit of one. */
const shared = files.flatMap((file) => [
  ...[...read(file).matchAll(/\bentryEvent\(\w+, "([a-z-]+)"/g)].flatMap(([, past]) =>
    kindsOf(file).map((kind) => `${kind}.${past}`),
  ),
  ...[...read(file).matchAll(/\beventOf\(.+?, "([a-z-]+)"/g)].map(([, past]) => `revision.${past}`),
]);

test("every event that a mutation records has words in three languages", () => {
  expect(shared).toContain("project.submitted");
  expect(shared).toContain("experience.erased");
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
