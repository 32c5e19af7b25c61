import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { COUNTRIES, PAGE_VISIBILITIES, ROLES, VISIBILITIES } from "@/db/enums";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { referenceItems } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { countOrganisationSides, listOrganisations } from "./listing.queries";
import { NO_FILTERS } from "./organisation-filters";
import { openLevels } from "./policy";
import { type Side, sideOf } from "./sides";

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const slugsOf = (list: "lyonPlaces" | "cities" | "organisationKinds") =>
  referenceItems(list).map(({ slug }) => slug);

test("the database knows the places of Lyon and of China", async () => {
  const [known] = await query((db) =>
    db.execute<{ lyon: string[]; china: string[] }>(
      sql`select to_json(search.lyon_places()) as lyon, to_json(search.chinese_cities()) as china`,
    ),
  );
  expect(known?.lyon).toEqual(slugsOf("lyonPlaces"));
  expect(known?.china).toEqual(slugsOf("cities"));
});

const PLACES = [null, "lyon-7", "grenoble", "guangzhou"];
const SITES = [[], ["villeurbanne"], ["wuhan"], ["wuhan", "lyon-3"]];

/** Every kind, and of two kinds every country, seat and site, with and without a parent and an activity. */
function listFacts() {
  const facts = slugsOf("organisationKinds").map((kind) => ({
    ...{ kind, country: "fr" as (typeof COUNTRIES)[number], place: "lyon-7" as string | null },
    ...{ sites: ["wuhan"], parentUscc: null as string | null, isActiveInChina: false },
  }));
  for (const kind of ["sme", "chinese-company"])
    for (const country of COUNTRIES)
      for (const place of PLACES)
        for (const sites of SITES)
          facts.push({ kind, country, place, sites, parentUscc: null, isActiveInChina: false });
  for (const place of PLACES) {
    const company = { kind: "sme", country: "fr" as const, place, sites: [] };
    facts.push({ ...company, parentUscc: "914401017661234567", isActiveInChina: false });
    facts.push({ ...company, parentUscc: null, isActiveInChina: true });
  }
  return facts;
}

test("each organisation stands on the side that `sideOf` says", async () => {
  const facts = listFacts();
  const told = await transaction(async (tx) => {
    const owner = await makeMember(tx);
    const sides: (string | null)[] = [];
    const made: string[] = [];
    for (const { isActiveInChina, ...values } of facts) {
      const { id } = await makeOrganisation(tx, { ...values, visibility: "public" });
      made.push(id);
      const activity = { organisationId: id, visibility: "public" as const };
      if (isActiveInChina) await makeActivity(tx, owner.memberId, activity);
      const [line] = await tx.execute<{ side: string | null }>(sql`
        select (select substr(one, 7) from unnest(facets) one where one like 'sides:%') as side
        from search_lines where subject_id = ${id} and audience = 'public'`);
      sides.push(line?.side ?? null);
    }
    // So many would fill the first pages of other suites.
    await tx.delete(activities).where(inArray(activities.organisationId, made));
    await tx.delete(organisations).where(inArray(organisations.id, made));
    return sides;
  });
  expect(told).toEqual(facts.map(sideOf));
});

describe.each(PAGE_VISIBILITIES)(
  "one for %s stands in the lines of those who see it",
  (visibility) => {
    test("by what they are", async () => {
      const { id } = await transaction((tx) => makeOrganisation(tx, { visibility }));
      const rows = await query((db) =>
        db.execute<{ audience: string }>(
          sql`select audience from search_lines where subject_id = ${id}`,
        ),
      );
      const found = rows.map(({ audience }) => audience);
      const member = await transaction((tx) => makeMember(tx));
      expect(found.includes("public")).toBe(openLevels(null).includes(visibility));
      for (const [index, audience] of ["members", "team", "administrators"].entries()) {
        const viewer: Viewer = { ...member, role: ROLES[index] ?? "member" };
        expect(found.includes(audience)).toBe(openLevels(viewer).includes(visibility));
      }
    });
  },
);

describe("one's own besides", () => {
  test("its people find it, count it and sort it among the others; nobody else does", async () => {
    const word = `zo${crypto.randomUUID().replace(/[^a-z]/g, "")}`;
    const [one, other] = await transaction(async (tx) => [
      await makeMember(tx),
      await makeMember(tx),
    ]);
    const made = (sortLatin: string, visibility: "members" | "self") =>
      transaction((tx) =>
        makeOrganisation(
          tx,
          {
            kind: "association",
            visibility,
            sortLatin,
            searchText: ` ${word} `,
            name: { fr: sortLatin },
          },
          visibility === "self" ? [one] : [],
        ),
      );
    await made("Aa", "members");
    await made("Bb", "self");
    await made("Cc", "members");
    const seen = async (viewer: Viewer, change: Partial<typeof NO_FILTERS> = {}) => {
      const asked = { ...NO_FILTERS, q: word, ...change };
      const { cards, total, sides } = await listOrganisations(viewer, asked, "fr");
      return [cards.map(({ name }) => name.fr).join(""), total, sides.institutions];
    };
    for (const change of [{}, { kinds: ["association"] }, { side: "institutions" as Side }]) {
      expect(await seen(one, change)).toEqual(["AaBbCc", 3, 3]);
      expect(await seen(other, change)).toEqual(["AaCc", 2, 2]);
    }
    const counted = async (viewer: Viewer) => (await countOrganisationSides(viewer)).institutions;
    expect((await counted(one)) - (await counted(other))).toBe(1);
    const whole = await listOrganisations(one, NO_FILTERS, "fr");
    expect(whole.total - (await listOrganisations(other, NO_FILTERS, "fr")).total).toBe(1);
  });
});

type Made = { accountId: string; memberId: string; organisationId: string; activityId: string };

/** Any change that decides on a line. */
async function change({ accountId, memberId, organisationId, activityId }: Made, roll: Roll) {
  const setOwn = (values: Partial<typeof organisations.$inferInsert>) =>
    query((db) => db.update(organisations).set(values).where(eq(organisations.id, organisationId)));
  const setActivity = (values: Partial<typeof activities.$inferInsert>) =>
    query((db) => db.update(activities).set(values).where(eq(activities.id, activityId)));
  const level = PAGE_VISIBILITIES[roll(PAGE_VISIBILITIES.length)] ?? "members";
  switch (roll(7)) {
    case 0:
      return setOwn({ visibility: level, hiddenAt: roll(4) === 0 ? new Date() : null });
    case 1:
      return setOwn({ place: PLACES[roll(4)] ?? null, sites: SITES[roll(4)] ?? [] });
    case 2:
      return setActivity({ visibility: level, hiddenAt: roll(4) === 0 ? new Date() : null });
    case 3:
      return setActivity({ until: roll(2) === 0 ? 2020 : null, cities: roll(3) ? ["wuhan"] : [] });
    case 4: {
      const status = roll(2) === 0 ? "active" : "suspended";
      return query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, accountId)));
    }
    case 5: {
      const visibility = { organisation: VISIBILITIES[roll(5)] ?? "self" };
      return query((db) => db.update(members).set({ visibility }).where(eq(members.id, memberId)));
    }
    default: {
      const elsewhere = roll(2) === 0 ? organisationId : null;
      return setActivity({ organisationId: elsewhere });
    }
  }
}

test("after 500 changes by eight at once, lines and counts are right", async () => {
  const made = await transaction(async (tx) => {
    const all: Made[] = [];
    for (let n = 0; n < 8; n++) {
      const { accountId, memberId } = await makeMember(tx);
      const { id: organisationId } = await makeOrganisation(tx);
      const { id: activityId } = await makeActivity(tx, memberId, { organisationId });
      all.push({ accountId, memberId, organisationId, activityId });
    }
    return all;
  });
  await changeAtOnce(async (roll) => {
    const one = made[roll(made.length)];
    if (one) await change(one, roll);
  });
  expect(await listFaults("organisation")).toEqual([]);
  await query((db) => db.execute(sql`select search.renew()`));
  expect(await listFaults("organisation")).toEqual([]);
  await query((db) => db.execute(sql`delete from activities where organisation_id is not null`));
  expect(await listFaults("organisation")).toEqual([]);
});
