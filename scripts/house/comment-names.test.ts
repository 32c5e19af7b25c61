import { expect, test } from "vitest";
import { houseSources, type Source } from "./imports";

/** Where a comment names something of the code: in backticks, and above an index what that serves. */
const IN_BACKTICKS = /`([a-z]+[A-Z]\w*)`/g;
const SERVED = /\/\/ (.*)\n\s*(?:index|uniqueIndex|unique)\(/g;
const NAMES = /\b[a-z]+[A-Z]\w*/g;

/** What comments name that stands nowhere else. */
function goneFrom(sources: Source[]): string[] {
  const known = new Set(
    sources.flatMap(({ source }) =>
      source.replace(IN_BACKTICKS, "").replace(SERVED, "").match(NAMES),
    ),
  );
  return sources.flatMap(({ file, source }) =>
    [...source.matchAll(IN_BACKTICKS), ...source.matchAll(SERVED)]
      .flatMap(([, said = ""]) => said.match(NAMES) ?? [])
      .filter((name) => !known.has(name))
      .map((name) => `${file}: ${name}`),
  );
}

test("a comment names what is there", () => {
  expect(goneFrom(houseSources())).toEqual([]);
});

test.each(["/** As `list" + "Gone` says. */", "// listGone\nindex('rooms_index').on(table.id),"])(
  "%s is found out",
  (source) => {
    const others = { file: "lib/rooms/queries.ts", source: "const listRooms = `listed`;" };
    expect(goneFrom([{ file: "db/schema/rooms.ts", source }, others])).toEqual([
      "db/schema/rooms.ts: listGone",
    ]);
  },
);
