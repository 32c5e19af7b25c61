import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { readExperienceFilters } from "@/lib/experiences/experience-filters";
import { listExperiences } from "@/lib/experiences/listing.queries";
import { buildIndexes } from "../indexes";
import { provideDatabase } from "../test-database.mjs";
import { fillClub, readMember } from "./large-club";
import { openWeighed } from "./weigh-reads";

const COUNT = 10_000;
const MOST_STATEMENTS = 3;

type Asked = Record<string, string | string[]>;
let viewer: Viewer;
let database: Awaited<ReturnType<typeof provideDatabase>>;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

beforeAll(async () => {
  database = await provideDatabase();
  ({ sql, db, weigh } = openWeighed(database.env.DATABASE_OWNER_URL));
  await sql`begin`;
  await fillClub(sql, { members: 2_000, organisations: 100, projects: 100, experiences: COUNT });
  await sql`commit`;
  await buildIndexes(database.env.DATABASE_OWNER_URL);
  await sql`vacuum analyze search_lines, search_counts, members, entries, experiences`;
  viewer = await readMember(sql, 1);
}, 480_000);

afterAll(async () => {
  await sql.end();
  await database.remove();
}, 60_000);

describe(`a page of ${COUNT} experiences reads no more than it shows`, () => {
  test.each<[Asked, number]>([
    [{}, 500],
    [{ page: "2" }, 500],
    [{ page: "50" }, 2_000],
    [{ topic: "exit" }, 2_000],
    [{ topic: ["exit", "contracts"], city: "huzhou" }, 2_000],
    [{ sector: "energy-city", city: "zhejiang", outcome: "mixed" }, 2_000],
    [{ topic: "exit", q: "xyzzy" }, 2_000],
    [{ q: "filiale", city: "huzhou" }, 2_000],
    [{ q: "工" }, 5_000],
    [{ q: "de" }, 5_000],
    [{ q: "%".repeat(200) }, 5_000],
  ])("%j", async (asked, most) => {
    for (const eyes of [viewer, null]) {
      const filters = readExperienceFilters(asked, eyes !== null);
      const read: Read = async (run) => run(db);
      const { list, buffers, statements } = await weigh(() =>
        listExperiences(eyes, filters, { read }),
      );
      expect(buffers).toBeLessThanOrEqual(most);
      expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
      expect(list.cards.length).toBe(Math.min(24, list.total));
    }
  });
});
