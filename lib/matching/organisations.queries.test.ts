import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { getMatchedProject } from "./candidates.queries";
import { listOrganisationMatches } from "./organisations.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeOrganisation>[1];

/** A sector and a city that no other suite uses together. */
const SECTOR = "finance-insurance";
const CITY = "lanzhou";

let owner: Member;
let person: Member;
let slug: string;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    person = await makeMember(tx);
    const values = { moderation: "published" as const, sectors: [SECTOR], cities: [CITY] };
    slug = (await makeProject(tx, owner.memberId, { ...values, partnerKinds: ["sme"] })).slug;
  });
});

afterAll(closeDatabase);

const make = (values: Values = {}, people: Member[] = []) =>
  transaction((tx) =>
    makeOrganisation(tx, { sectors: [SECTOR], sites: [CITY], place: null, ...values }, people),
  );

async function find(viewer = owner) {
  const project = await getMatchedProject(viewer, slug);
  return project ? listOrganisationMatches(viewer, project, "fr", 200) : [];
}

const matchOf = async (made: { slug: string }) =>
  (await find()).find(({ organisation }) => organisation.slug === made.slug)?.match;

const kindsOf = async (made: { slug: string }) =>
  (await matchOf(made))?.reasons.map(({ reason }) => reason.kind);

test("organisations that fit are found with their reasons", async () => {
  const made = await make();
  expect(await kindsOf(made)).toEqual(["sectors", "cities", "partnerKind", "direction"]);
  expect(await find(person)).toEqual([]);
});

test("neither one that only the club team sees or has taken down, nor one's own", async () => {
  const [team, nobody, hidden, own] = [
    await make({ visibility: "team" }),
    await make({ visibility: "self" }),
    await make({ hiddenAt: new Date() }),
    await make({}, [owner]),
  ];
  const slugs = (await find()).map(({ organisation }) => organisation.slug);
  for (const made of [team, nobody, hidden, own]) expect(slugs).not.toContain(made.slug);
});

test("an activity speaks for it only when it is told to be its own", async () => {
  const discreet = await transaction((tx) =>
    makeMember(tx, { visibility: { organisation: "self" } }),
  );
  const made = await make({}, [person, discreet]);
  const values = { organisationId: made.id, sectors: [SECTOR], cities: [CITY] };
  await transaction((tx) => makeActivity(tx, discreet.memberId, values));
  const secret = { ...values, visibility: "self" as const };
  await transaction((tx) => makeActivity(tx, person.memberId, secret));
  expect(await kindsOf(made)).not.toContain("activity");
  await transaction((tx) => makeActivity(tx, person.memberId, values));
  expect(await kindsOf(made)).toContain("activity");
});
