import { and, eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, workAsOwner } from "@/db/client";
import { referenceItems } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { divisionOfCity, groupOfSector, leastCrowd, type Said } from "@/lib/directory/crowd";
import { listMembers } from "@/lib/directory/queries";
import { coarsenEntries } from "@/lib/entries/shown.mutations";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { getInterest } from "@/lib/interests/queries";
import { coarsenInterests } from "@/lib/interests/shown.mutations";
import { listMatches } from "@/lib/matching/queries";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { NO_FILTERS } from "@/lib/projects/project-filters";
import { getProject } from "@/lib/projects/queries";
import { isProject, ownerColumn } from "@/lib/projects/sight.queries";
import { provideDatabase } from "../test-database.mjs";
import { type Person, reportCrowd, type Unnamed } from "./crowd-report";
import { seedDemoClub } from "./demo-club";
import { fillClub } from "./large-club";
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

describe("in a club of 10,000", () => {
  beforeAll(open, 120_000);

  afterAll(close);

  test("nobody who is not named can be told from four others", async () => {
    await fillLargeClub();
    const started = performance.now();
    const done = [await coarsenEntries(PROJECT_VERBS), await coarsenInterests()];
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.info(`nightly: ${done.map((one) => one.coarsened).join(" + ")} rows in ${seconds} s`);
    expect(done.map((one) => one.failed)).toEqual([0, 0]);
    const club = await readClub();
    expect(club.length).toBe(10_000);
    const unnamed = [...(await readUnnamedOwners(club)), ...(await readUnnamedSenders(club))];
    expect(unnamed.length).toBeGreaterThan(150);
    expect(reportCrowd("10,000 members", club, unnamed)).toBeGreaterThanOrEqual(5);
  }, 300_000);
});

const isOnline = eq(entries.moderation, "published");
const shownColumns = { sectors: entries.shownSectors, places: entries.shownPlaces };

const withWider = ({ sectors, places }: Said) => [
  ...sectors,
  ...sectors.flatMap((slug) => groupOfSector(slug) ?? []),
  ...places,
  ...places.flatMap((slug) => divisionOfCity(slug) ?? []),
];

const aboutProject = (slug: string, viewer: Viewer | null) =>
  `${slug} to ${viewer ? "a member" : "a visitor"}`;

/** Everybody whom the directory shows to a member, as it shows them. */
async function readClub(): Promise<Person[]> {
  const rows = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        memberId: members.id,
        memberSlug: members.slug,
        role: accounts.role,
        status: accounts.status,
        locale: accounts.locale,
        sectors: members.sectors,
        cities: members.cities,
        visibility: members.visibility,
      })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        sql`${accounts.status} = 'active' and exists (select 1 from consents c
          where c.account_id = ${accounts.id} and c.purpose = 'members-directory' and c.withdrawn_at is null)`,
      )
      .orderBy(members.slug),
  );
  return rows.map(({ sectors, cities, visibility, ...account }) => {
    const isShown = (field: string) =>
      ["public", "members"].includes(visibility[field] ?? "members");
    return {
      viewer: { ...account, role: "member", theme: "system", sessionId: "session", name: "" },
      field: {
        sectors: isShown("sectors") ? sectors : [],
        cities: isShown("cities") ? cities : [],
      },
    };
  });
}

/** What visitors, and a member who is no accepted contact, read of each project whose owner is not named to them. */
async function readUnnamedOwners(club: Person[]): Promise<Unnamed[]> {
  const rows = await query((db) =>
    db
      .select({
        slug: entries.slug,
        ownerId: ownerColumn,
        sectors: entries.sectors,
        cities: entries.cities,
      })
      .from(entries)
      .where(and(isProject, eq(entries.moderation, "published"))),
  );
  const found: Unnamed[] = [];
  for (const { slug, ownerId, ...chosen } of rows) {
    for (const viewer of [null, await readerOf(club, slug, ownerId)]) {
      const page = await getProject(viewer, slug);
      if (!page) throw new Error(`${slug} is out of sight`);
      if (page.owner?.member) continue;
      const said = { sectors: page.teaser.sectors, places: page.teaser.cities };
      expect(JSON.stringify(page)).not.toMatch(/"(owner|organisation)(Kind|IsInLyon|Name)"/);
      found.push({ about: aboutProject(slug, viewer), chosen, said });
    }
  }
  return found;
}

/** A member who is not the owner and has had nothing accepted by them. */
async function readerOf(club: Person[], slug: string, ownerId: string): Promise<Viewer> {
  for (const { viewer } of club) {
    if (viewer.memberId === ownerId) continue;
    const page = await getProject(viewer, slug);
    if (page && !page.isContact) return viewer;
  }
  throw new Error(`everybody knows who proposes ${slug}`);
}

/** What its project's owner reads of each interest whose sender is not named to them. */
async function readUnnamedSenders(club: Person[]): Promise<Unnamed[]> {
  const rows = await query((db) =>
    db
      .select({
        id: interests.id,
        ownerId: ownerColumn,
        sectors: members.sectors,
        cities: members.cities,
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, eq(members.id, interests.memberId)),
  );
  const found: Unnamed[] = [];
  for (const { id, ownerId, ...chosen } of rows) {
    const owner = club.find(({ viewer }) => viewer.memberId === ownerId)?.viewer;
    const page = owner ? await getInterest(owner, id) : null;
    if (!page || page.familyName !== null) continue;
    const { sectors, languages, jobTitle, organisationName, writtenIn } = page;
    expect([sectors, languages, jobTitle, organisationName, writtenIn]).toEqual(
      Array(5).fill(null),
    );
    const said = { sectors: page.shownSectors ?? [], places: [] };
    found.push({ about: `interest ${id}`, chosen: { ...chosen, cities: [] }, said });
  }
  return found;
}

const isIn = (list: string[], slug: string | null) => slug !== null && list.includes(slug);

/** Half the projects of a generated club without their owner's name, and as many interests in them. */
async function fillLargeClub(): Promise<void> {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await fillClub(owner, { members: 10_000, organisations: 4_000, projects: 80 });
    await owner`update entries set owner_level = 'contacts' where split_part(slug, '-', 2)::int % 2 = 0`;
    await owner`insert into interests
      (project_id, received_by, member_id, locale, cooperation, unclear, about)
      select p.id, p.owner_id, m.id, 'fr', 'a', 'b', 'c' from entries p
      join members m on m.slug = 'scale-' || (1 + split_part(p.slug, '-', 2)::int * 7)`;
  } finally {
    await owner.end();
  }
}
