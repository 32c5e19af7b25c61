import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import journal from "@/db/migrations/meta/_journal.json";

const META = path.join(import.meta.dirname, "../../db/migrations/meta");

test("of the shape the tables had after each migration the newest is kept, from which the next is made", () => {
  const { entries } = journal;
  const newest = `${entries.at(-1)?.tag.slice(0, 4)}_snapshot.json`;
  expect(readdirSync(META).toSorted()).toEqual([newest, "_journal.json"].toSorted());
});
