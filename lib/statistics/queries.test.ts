import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { NO_FILTERS } from "@/lib/activities/activity-filters";
import { listActivities, listActivityTotals } from "@/lib/activities/queries";
import { giveConsent, withdrawConsent } from "@/lib/consents/mutations";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { listMembers } from "@/lib/directory/queries";
import { countOrganisationSides, listOrganisations } from "@/lib/organisations/listing.queries";
import { NO_FILTERS as NO_ORGANISATION_FILTERS } from "@/lib/organisations/organisation-filters";
import type { Side } from "@/lib/organisations/sides";
import { countListedMembers, countOrganisations } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const directory = { purpose: "members-directory", version: 1, locale: "fr" } as const;

let member: Member;
let moderator: Member;
let hidden: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    member = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
    hidden = await makeMember(tx);
    await withdrawConsent(tx, hidden, directory);
    const suspended = await makeMember(tx, {}, { status: "suspended" });
    for (const { memberId } of [member, hidden, suspended]) {
      for (const visibility of ["public", "members", "team", "self"] as const) {
        const { id: organisationId } = await makeOrganisation(tx, { visibility });
        const cities = ["ningbo", "suzhou"];
        await makeActivity(tx, memberId, { visibility, cities, organisationId });
      }
    }
  });
});

afterAll(closeDatabase);

const eyes: [string, () => Member | null][] = [
  ["a visitor", () => null],
  ["a member", () => member],
  ["a member out of the directory", () => hidden],
  ["a moderator", () => moderator],
];

const listed = async (viewer: Member) =>
  (await listMembers(viewer, readDirectoryFilters({}), "fr")).total;

test("the number of members is the length of the directory, for everybody alike", async () => {
  const total = await countListedMembers();
  expect(await listed(member)).toBe(total);
  expect(await listed(moderator)).toBe(total);
  await transaction((tx) => giveConsent(tx, hidden, directory));
  expect(await countListedMembers()).toBe(total + 1);
  expect(await listed(member)).toBe(total + 1);
  await transaction((tx) => withdrawConsent(tx, hidden, directory));
});

test.each(eyes)("%s: every count of activities opens a list of that length", async (_, eye) => {
  const viewer = eye();
  const length = async (filters: Partial<typeof NO_FILTERS>) =>
    (await listActivities(viewer, { ...NO_FILTERS, ...filters }, "fr")).total;
  const { total, sectors, cities } = await listActivityTotals(viewer, "fr");
  expect(await length({})).toBe(total);
  expect(cities.map(({ value }) => value)).toEqual(expect.arrayContaining(["ningbo", "suzhou"]));
  for (const { value, count } of sectors) expect(await length({ sectors: [value] })).toBe(count);
  for (const { value, count } of cities) expect(await length({ cities: [value] })).toBe(count);
});

test.each(eyes)("%s: the number of organisations is the length of their list", async (_, eye) => {
  const viewer = eye();
  const { total } = await listOrganisations(viewer, NO_ORGANISATION_FILTERS, "fr");
  expect(await countOrganisations(viewer)).toBe(total);
  const sides = Object.entries(await countOrganisationSides(viewer));
  for (const [side, count] of sides) {
    const filters = { ...NO_ORGANISATION_FILTERS, side: side as Side };
    expect((await listOrganisations(viewer, filters, "fr")).total, side).toBe(count);
  }
});

test("a wider sight counts more organisations, and nobody counts those that are hidden from them", async () => {
  const before = await Promise.all(eyes.map(([, eye]) => countOrganisations(eye())));
  await transaction(async (tx) => {
    await makeOrganisation(tx, { visibility: "public" });
    await makeOrganisation(tx, { visibility: "members" });
    await makeOrganisation(tx, { visibility: "team" });
    await makeOrganisation(tx, { visibility: "self" }, [{ memberId: member.memberId }]);
  });
  const after = await Promise.all(eyes.map(([, eye]) => countOrganisations(eye())));
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 3, 2, 3]);
});
