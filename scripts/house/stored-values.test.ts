import { expect, test } from "vitest";
import { listFiles, readSource } from "./house-files";

/** What one room alone can make sense of: `unknown` to a query until the room's own reader has read it. */
const READ_BY_THEIR_ROOM = [
  "accounts.ts: outcome",
  "applications.ts: answers",
  "entries.ts: content",
  "entries.ts: lastRead",
  "entries.ts: lastRead",
  "entry-parts.ts: content",
  "notices.ts: data",
  "search.ts: card",
];

test("what a jsonb column holds is read by one function, or nothing is known of it", () => {
  const files = listFiles("db/schema").map((file) => ({ file, source: readSource(file) }));
  const unread = files.flatMap(({ file, source }) =>
    [...source.matchAll(/^ {4}(\w+): jsonb\(.*/gm)].map(([, name]) => `${file.slice(10)}: ${name}`),
  );
  expect(unread.sort()).toEqual(READ_BY_THEIR_ROOM);
  expect(files.filter(({ source }) => /jsonb\([^)]*\)\s*\.\$type/.test(source))).toEqual([]);
  const read = files.flatMap(({ source }) => [...source.matchAll(/: (stored|localizedText)\(/g)]);
  expect(read.length).toBeGreaterThan(25);
});

test("no query says of a jsonb column what it holds", () => {
  const sources = listFiles("db/schema").map(readSource).join("\n");
  const names = [...sources.matchAll(/^ {4}(\w+): (?:jsonb|stored|localizedText)\(/gm)];
  const columns = [...new Set(names.map(([, name]) => name))].join("|");
  const said = new RegExp(`sql<[^\`]*>\`\\$\\{(?:\\w+\\.)?(?:${columns})\\}\``);
  expect(said.test(`content: sql<ProjectContent>\`$\{entryRevisions.content}\`,`)).toBe(true);
  const files = ["app", "lib", "scripts"].flatMap((folder) => listFiles(folder));
  const sayers = files.filter((file) => said.test(readSource(file)));
  expect(sayers).toEqual([]);
});
