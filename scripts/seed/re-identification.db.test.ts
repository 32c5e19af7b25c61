import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, workAsOwner } from "@/db/client";
import { referenceItems } from "@/db/reference/lists";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { divisionOfCity, groupOfSector, leastCrowd } from "@/lib/directory/crowd";
import { listMembers } from "@/lib/directory/queries";
import { coarsenEntries } from "@/lib/entries/shown.mutations";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { coarsenInterests } from "@/lib/interests/shown.mutations";
import { listMatches } from "@/lib/matching/queries";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { NO_FILTERS } from "@/lib/projects/project-filters";
import { provideDatabase } from "../test-database.mjs";
import {
  aboutProject,
  isIn,
  readClub,
  readUnnamedOwners,
  readUnnamedSenders,
  withWider,
} from "./crowd-readers";
import { reportCrowd } from "./crowd-report";
import { seedDemoClub } from "./demo-club";
import { readUnnamedAuthors } from "./unnamed-authors";

/** Whoever wishes to know who stands behind it reads all that is shown, then asks the directory who that could be. */
let database: Awaited<ReturnType<typeof provideDatabase>>;

async function open(): Promise<void> {
  database = await provideDatabase();
  Object.assign(process.env, database.env);
  workAsOwner(120_000);
}

async function close(): Promise<void> {
  await closeDatabase();
  await database.remove();
}

const everybodyLeaves = () =>
  query((db) =>
    db
      .update(consents)
      .set({ withdrawnAt: sql`now()` })
      .where(eq(consents.purpose, "members-directory")),
  );

describe("in the demo club", () => {
  beforeAll(async () => {
    await open();
    expect(await seedDemoClub()).not.toBeNull();
  }, 120_000);

  afterAll(close);

  test("nobody who is not named can be told from two others", async () => {
    const club = await readClub();
    const owners = [...(await readUnnamedOwners(club)), ...(await readUnnamedAuthors(club))];
    const unnamed = [...owners, ...(await readUnnamedSenders(club))];
    expect(unnamed.length).toBeGreaterThan(16);
    expect(reportCrowd("demo club", club, unnamed)).toBeGreaterThanOrEqual(leastCrowd(club.length));
  }, 120_000);

  test("the directory's own filters leave no fewer", async () => {
    const club = await readClub();
    const [reader] = club;
    if (!reader) throw new Error("an empty club");
    for (const { said } of await readUnnamedOwners(club)) {
      const filters = {
        ...{ q: "", sort: "name" as const, page: 1 },
        sectors: referenceItems("sectors")
          .map(({ slug }) => slug)
          .filter((slug) => said.sectors.includes(slug) || isIn(said.sectors, groupOfSector(slug))),
        cities: referenceItems("cities")
          .map(({ slug }) => slug)
          .filter((slug) => said.places.includes(slug) || isIn(said.places, divisionOfCity(slug))),
      };
      const { total } = await listMembers(reader.viewer, filters, "fr");
      expect(total).toBeGreaterThanOrEqual(leastCrowd(club.length));
    }
  }, 120_000);

  test("find an unnamed owner's project by what it shows alone", async () => {
    const club = await readClub();
    const unnamed = await readUnnamedOwners(club);
    const reader = club[0]?.viewer ?? null;
    const shownBy = new Map(unnamed.map((one) => [one.about, one.said]));
    let compared = 0;
    for (const [list, wider] of [
      ["sectors", "sectorGroups"],
      ["cities", "provinces"],
    ] as const) {
      for (const { slug } of [...referenceItems(list), ...referenceItems(wider)]) {
        for (const viewer of [null, reader]) {
          const found = await listPublishedProjects(viewer, { ...NO_FILTERS, [list]: [slug] });
          for (const card of found.cards) {
            const said = shownBy.get(aboutProject(card.slug, viewer));
            if (!said) continue;
            expect(withWider(said)).toContain(slug);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  }, 120_000);

  test("give an unnamed owner's project no reason that it does not show", async () => {
    const club = await readClub();
    const unnamed = new Map((await readUnnamedOwners(club)).map((one) => [one.about, one]));
    let given = 0;
    for (const { viewer } of club) {
      for (const { project, match } of await listMatches(viewer, "fr", 24)) {
        const one = unnamed.get(aboutProject(project.slug, viewer));
        if (!one) continue;
        const hidden = [...one.chosen.sectors, ...one.chosen.cities].filter(
          (slug) => !withWider(one.said).includes(slug),
        );
        const reasons = match.reasons.filter(({ reason }) => !("shared" in reason));
        for (const slug of hidden) expect(JSON.stringify(reasons)).not.toContain(`"${slug}"`);
        given += 1;
      }
    }
    expect(given).toBeGreaterThan(0);
  }, 120_000);

  test("the night after people leave the directory, less is shown", async () => {
    const before = await readUnnamedOwners(await readClub());
    expect(before.some(({ said }) => said.sectors.length > 0)).toBe(true);
    await everybodyLeaves();
    const entriesDone = [
      await coarsenEntries(PROJECT_VERBS),
      await coarsenEntries(EXPERIENCE_VERBS),
    ];
    const failed = [...entriesDone, await coarsenInterests()].map((one) => one.failed);
    expect(failed).toEqual([0, 0, 0]);
    const rows = await query((db) => db.select(shownColumns).from(entries).where(isOnline));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row).toEqual({ sectors: [], places: [] });
    expect(await coarsenEntries(PROJECT_VERBS)).toEqual({ coarsened: 0, failed: 0 });
  }, 120_000);
});

const isOnline = eq(entries.moderation, "published");
const shownColumns = { sectors: entries.shownSectors, places: entries.shownPlaces };
