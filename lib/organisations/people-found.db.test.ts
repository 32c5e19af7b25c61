import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { beside, closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { members } from "@/db/schema/members";
import { saveProfile } from "@/lib/members/mutations";
import { DEFAULT_VISIBILITY } from "@/lib/members/policy";
import { profileInput } from "@/lib/members/schema";
import { saveOrganisation } from "./mutations";
import type { OrganisationContent } from "./organisation-content";

type Member = Awaited<ReturnType<typeof makeMember>>;

let manager: Member;
let person: Member;
let organisation: { id: string; version: number };

beforeEach(() =>
  transaction(async (tx) => {
    manager = await makeMember(tx);
    person = await makeMember(tx, { bio: { fr: "canari" }, searchMembers: " canari " });
    organisation = await makeOrganisation(tx, {}, [manager, person]);
  }),
);

afterAll(closeDatabase);

/** A name that nobody has yet, with a word to be found by. */
const named = (word: string) => ({ fr: `${word} ${crypto.randomUUID()}` });

function save(change: Partial<OrganisationContent>) {
  const content: OrganisationContent = {
    name: named("Soierie"),
    description: {},
    originalLocale: "fr",
    kind: "sme",
    size: null,
    sectors: [],
    country: "other",
    place: null,
    sites: [],
    founded: null,
    website: null,
    siren: null,
    siret: null,
    vat: null,
    uscc: null,
    parentUscc: null,
    visibility: "members",
    ...change,
  };
  const { id: organisationId, version } = organisation;
  return transaction((tx) => saveOrganisation(tx, manager, { organisationId, version, content }));
}

/** What members search, and what the club team does. */
async function linesOf({ memberId }: Member) {
  const { searchMembers, searchTeam } = members;
  const [row] = await query((db) =>
    db.select({ searchMembers, searchTeam }).from(members).where(eq(members.id, memberId)),
  );
  return row;
}

const hiddenBio = (version: string) =>
  profileInput.parse({
    version,
    familyName: "Montclair",
    givenName: "Camille",
    nameOrder: "given-first",
    originalLocale: "fr",
    bio: { fr: "canari" },
    visibility: { ...DEFAULT_VISIBILITY, bio: "self" },
  });

test("a person who hides a text while their organisation is saved is not found by it", async () => {
  let saving: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    await saveProfile(tx, person, hiddenBio("1"));
    saving = beside(() => save({ name: named("Tisserands") }));
    // It is under way, and waits.
    await sleep(300);
  });
  await saving;
  const lines = await linesOf(person);
  expect(lines?.searchMembers).toContain(" tisserands ");
  expect(lines?.searchMembers).not.toContain("canari");
});

test("its people are found by its name as long as the finder sees it", async () => {
  const found = async () => {
    const lines = await linesOf(person);
    return [lines?.searchMembers.includes("tisserands"), lines?.searchTeam.includes("tisserands")];
  };
  const name = named("Tisserands");
  const levels = ["members", "team", "self", "public"] as const;
  const outcomes = [];
  for (const visibility of levels) {
    await save({ name, visibility });
    organisation.version++;
    outcomes.push(await found());
  }
  expect(outcomes).toEqual([
    [true, true],
    [false, true],
    [false, false],
    [true, true],
  ]);
});
