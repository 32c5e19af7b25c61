import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, workAsOwner } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import {
  activityQuery,
  NO_FILTERS as NO_ACTIVITY_FILTERS,
  readActivityFilters,
} from "@/lib/activities/activity-filters";
import { listActivities, listActivityTotals } from "@/lib/activities/queries";
import { listReaders } from "@/lib/core/auth/reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { CALLS_PER_PAGE, listCalls, sumCalls } from "@/lib/dues/queries";
import { countOrganisationSides, listOrganisations } from "@/lib/organisations/listing.queries";
import {
  FACETS,
  NO_FILTERS,
  type OrganisationFilters,
  organisationQuery,
  readOrganisationFilters,
} from "@/lib/organisations/organisation-filters";
import { SIDES } from "@/lib/organisations/sides";
import { countOrganisations } from "@/lib/statistics/queries";
import { provideDatabase } from "../test-database.mjs";
import { seedDemoClub } from "./demo-club";
import { DEMO, type DemoActivity } from "./demo-files";

/** What is counted here is the demo club itself: a server of its own, since other suites fill the common one. */
let database: Awaited<ReturnType<typeof provideDatabase>> | undefined;

const MEMBER = "agathe-vernoux";
const eyes: Record<string, Viewer | null> = { "a visitor": null };
let compared = 0;

beforeAll(async () => {
  database = await provideDatabase();
  Object.assign(process.env, database.env);
  workAsOwner(120_000);
  expect(await seedDemoClub()).not.toBeNull();
  eyes["a member"] = await viewerOf(MEMBER);
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await database?.remove();
  console.log(`${compared} totals compared with the lists they open`);
});

async function viewerOf(slug: string): Promise<Viewer> {
  const [viewer] = await listReaders(eq(members.slug, slug));
  if (!viewer) throw new Error(`the demo club has no ${slug}`);
  return viewer;
}

/** How many entries the pages of a list show, turned one by one. */
async function lengthOf(read: (page: number) => Promise<{ pageCount: number; shown: number }>) {
  const { pageCount, shown } = await read(1);
  let length = shown;
  for (let page = 2; page <= pageCount; page++) length += (await read(page)).shown;
  return length;
}

/** The list behind the address of these filters. */
const activitiesAt = (viewer: Viewer | null, filters: Partial<typeof NO_ACTIVITY_FILTERS>) =>
  lengthOf(async (page) => {
    const address = activityQuery({ ...NO_ACTIVITY_FILTERS, ...filters, page });
    const asked = readActivityFilters(asAsked(address));
    const { pageCount, activities } = await listActivities(viewer, asked, "zh");
    return { pageCount, shown: activities.length };
  });

const organisationsAt = (viewer: Viewer | null, filters: Partial<OrganisationFilters>) =>
  lengthOf(async (page) => {
    const address = organisationQuery({ ...NO_FILTERS, ...filters, page });
    const asked = readOrganisationFilters(asAsked(address));
    const { pageCount, cards } = await listOrganisations(viewer, asked, "zh");
    return { pageCount, shown: cards.length };
  });

const asAsked = (address: ReturnType<typeof activityQuery>) =>
  Object.fromEntries(
    Object.entries(address).map(([name, value]) => [
      name,
      typeof value === "number" ? String(value) : value,
    ]),
  );

function compare(what: string, total: number, length: number): void {
  expect([what, total]).toEqual([what, length]);
  compared++;
}

/** What the files of the demo club say that these eyes see. */
function told(viewer: Viewer | null): DemoActivity[] {
  const there = DEMO.members
    .filter(({ status }) => status === "active" || status === "lapsed")
    .map(({ slug }) => slug);
  const levels = viewer ? ["public", "members"] : ["public"];
  return DEMO.activities.filter(
    ({ member, visibility }) =>
      (there.includes(member) && levels.includes(visibility)) || member === viewer?.memberSlug,
  );
}

function countTold(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe.each(["a visitor", "a member"])("for %s", (who) => {
  test("each total of activities by city and sector is the length of its list, and what the files say", async () => {
    const viewer = eyes[who] ?? null;
    const totals = await listActivityTotals(viewer, "fr");
    compare("activities", totals.total, await activitiesAt(viewer, {}));
    expect(totals.total).toBe(told(viewer).length);
    for (const facet of ["cities", "sectors"] as const) {
      for (const { value, count } of totals[facet]) {
        compare(`${facet} ${value}`, count, await activitiesAt(viewer, { [facet]: [value] }));
      }
      const counted = Object.fromEntries(totals[facet].map(({ value, count }) => [value, count]));
      expect(counted).toEqual(countTold(told(viewer).flatMap((activity) => activity[facet])));
    }
  });

  test("each count of organisations is the length of its list", async () => {
    const viewer = eyes[who] ?? null;
    const { facets, total, columns } = await listOrganisations(viewer, NO_FILTERS, "fr");
    compare("organisations", total, await organisationsAt(viewer, {}));
    compare("organisations on the home page", await countOrganisations(viewer), total);
    const sides = await countOrganisationSides(viewer);
    for (const side of SIDES) {
      compare(side, sides[side], await organisationsAt(viewer, { side }));
    }
    for (const column of columns ?? []) compare(column.side, column.total, sides[column.side]);
    for (const facet of FACETS) {
      expect(facets[facet].length).toBeGreaterThan(0);
      for (const { value, count } of facets[facet]) {
        compare(
          `${facet} ${value}`,
          count ?? Number.NaN,
          await organisationsAt(viewer, { [facet]: [value] }),
        );
      }
    }
  });
});

test("the sums of a year’s calls for dues are the lengths of their lists", async () => {
  const [viewer] = await listReaders(eq(accounts.email, "secretariat@example.org"));
  if (!viewer) throw new Error("the demo club has no secretariat");
  const thisYear = Number(today().slice(0, 4));
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    const sums = await sumCalls(viewer, year);
    expect(sums.paid).toBeGreaterThan(0);
    for (const state of ["open", "paid"] as const) {
      const length = await lengthOf(async (page) => {
        const { rows, total } = await listCalls(viewer, { year, state, page }, "fr");
        return { pageCount: Math.ceil(total / CALLS_PER_PAGE), shown: rows.length };
      });
      compare(`${state} calls of ${year}`, sums[state], length);
    }
  }
});

test("a member sees more than a visitor", async () => {
  const [visitor, member] = [null, eyes["a member"] ?? null];
  expect(told(member).length).toBeGreaterThan(told(visitor).length);
  expect(await countOrganisations(member)).toBeGreaterThan(await countOrganisations(visitor));
});
