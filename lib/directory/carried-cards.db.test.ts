import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { VISIBILITIES, type Visibility } from "@/db/enums";
import { makeInterest, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { type Act, save, setMember, setOrganisation } from "@/db/line-changes";
import { listFaults } from "@/db/line-faults";
import { makePortrait } from "@/db/portrait-factory";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { toMemberCard } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { buildMemberSearch } from "@/lib/members/search-text";
import { memberColumns } from "@/lib/members/sight.queries";
import { readDirectoryFilters } from "./directory-filters";
import { listMembers } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const club = `zq${randomUUID().replace(/[^a-z]/g, "")}`;
const FIELDS = [
  "nameZh",
  "portrait",
  "jobTitle",
  "languages",
  "sectors",
  "cities",
  "organisation",
] as const;
const PAGES = ["public", "members", "team", "self"] as const;

const said = {
  ...{ familyName: "Anonyme", givenName: club, nameZh: "黄莺", jobTitle: { fr: "Teinturière" } },
  ...{ bio: {}, offers: {}, needs: {}, languages: ["yue"], sectors: ["agrifood"] },
  cities: ["guangzhou"],
};

/** Each field at each level, whatever the organisation of its member. */
function levelsOf(n: number): Record<string, Visibility> {
  const drawn = FIELDS.map((field, index) => [
    field,
    VISIBILITIES[(n * (index + 1) + index + Math.floor(n / 5)) % VISIBILITIES.length],
  ]);
  return Object.fromEntries(drawn);
}

async function join(n: number): Promise<Member> {
  const values = { ...said, visibility: levelsOf(n) };
  return transaction(async (tx) => {
    const member = await makeMember(tx, { ...values, ...buildMemberSearch(values) });
    await makePortrait(tx, member.memberId);
    return member;
  });
}

let people: Member[];
/** One that shows itself to each, and one that was taken down. */
let places: string[];
let viewers: Record<
  "member" | "contact" | "colleague" | "manager of one taken down" | "moderator",
  Member
>;

beforeAll(async () => {
  people = [];
  for (let n = 0; n < 20; n++) people.push(await join(n));
  const [plain, contact, colleague, moderator] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
  ]);
  places = await transaction(async (tx) => {
    const made: string[] = [];
    for (const visibility of [...PAGES, "public"] as const) {
      const hiddenAt = made.length === PAGES.length ? new Date() : null;
      const name = { fr: `Maison ${made.length}` };
      // Its first is its manager, whose main one it is as well.
      const some = people.filter((_, n) => n % 5 === made.length);
      made.push((await makeOrganisation(tx, { name, visibility, hiddenAt }, some)).id);
    }
    for (const organisationId of made)
      await tx
        .insert(affiliations)
        .values({ memberId: colleague.memberId, organisationId, isMain: false });
    const project = await makeProject(tx, contact.memberId, { moderation: "published" });
    for (const { memberId } of people.slice(0, 10))
      await makeInterest(tx, project.id, memberId, { state: "accepted" });
    return made;
  });
  const manager = people[4] ?? plain;
  viewers = { member: plain, contact, colleague, "manager of one taken down": manager, moderator };
});

afterAll(closeDatabase);

/** What each of them shows, read where it stands. */
async function readWhereItStands(viewer: Member) {
  const ids = people.map(({ memberId }) => memberId);
  const isThere = and(inArray(members.id, ids), eq(members.givenName, club));
  const rows = await query((db) =>
    db
      .select(memberColumns(sightOf(viewer)))
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isThere)
      .orderBy(members.slug),
  );
  return rows.map((row) => toMemberCard(row, "fr"));
}

async function readByLines(viewer: Member) {
  const { members: cards } = await listMembers(viewer, readDirectoryFilters({ q: club }), "fr");
  return cards.sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

async function expectTheSame() {
  for (const [name, viewer] of Object.entries(viewers)) {
    const cards = await readByLines(viewer);
    expect(cards, name).toHaveLength(people.length);
    expect(cards, name).toEqual(await readWhereItStands(viewer));
  }
  expect(await listFaults("member")).toEqual([]);
}

/** In how many cards of a viewer each says something. */
const shownTo = async (name: keyof typeof viewers, part: "jobTitle" | "organisation") =>
  (await readByLines(viewers[name])).filter((card) => card[part] !== null).length;

test("a card that a line carries says what each viewer may read of its member, no more and no less", async () => {
  await expectTheSame();
  expect(await shownTo("contact", "jobTitle")).toBeGreaterThan(await shownTo("member", "jobTitle"));
  for (const name of ["colleague", "moderator", "manager of one taken down"] as const)
    expect(await shownTo(name, "organisation")).toBeGreaterThan(
      await shownTo("member", "organisation"),
    );
});

describe("and still does, once in the same transaction", () => {
  const of = (n: number) => people[n]?.memberId ?? "";
  const at = (n: number) => places[n] ?? "";
  const move =
    (n: number, to: number): Act =>
    async (tx) => {
      await tx.delete(affiliations).where(eq(affiliations.memberId, of(n)));
      await tx.insert(affiliations).values({ memberId: of(n), organisationId: at(to) });
    };
  const isOf = (n: number) => eq(affiliations.memberId, of(n));
  test("an organisation is written with other capitals", async () => {
    await save(setOrganisation(at(0), { name: { fr: "MAISON 0" } }));
    await expectTheSame();
  });
  test("an organisation is shown to others, taken down, and shown again", async () => {
    await save(
      setOrganisation(at(1), { visibility: "self" }),
      setOrganisation(at(3), { visibility: "members" }),
    );
    await expectTheSame();
    await save(
      setOrganisation(at(0), { hiddenAt: new Date() }),
      setOrganisation(at(4), { hiddenAt: null }),
    );
    await expectTheSame();
  });
  test("somebody moves, leaves, or has another main organisation", async () => {
    await save(move(0, 1), move(1, 4));
    await save((tx) => tx.delete(affiliations).where(isOf(2)));
    await save((tx) => tx.update(affiliations).set({ isMain: false }).where(isOf(3)));
    await save((tx) =>
      tx
        .update(affiliations)
        .set({ organisationId: at(2) })
        .where(isOf(4)),
    );
    await expectTheSame();
  });
  test("a member changes their name, face, words, languages or address, and nothing that is searched", async () => {
    await save(setMember(of(5), { nameOrder: "family-first", nameZh: "黄鹂", slug: randomUUID() }));
    await save(setMember(of(6), { jobTitle: { en: "Dyer" }, originalLocale: "en", languages: [] }));
    await save(
      setMember(of(7), { portraitId: null, portraitMediumId: null, portraitSmallId: null }),
    );
    await save(setMember(of(8), { visibility: { jobTitle: "contacts", portrait: "self" } }));
    await save(setMember(of(9), { familyName: "ANONYME", sectors: [], cities: [] }));
    await expectTheSame();
  });
});

test("who joins an organisation while it is renamed carries its new name", async () => {
  const joining = people[10]?.memberId ?? "";
  const place = places[0] ?? "";
  const [tie, renamed] = [eq(affiliations.memberId, joining), { name: { fr: "Maison neuve" } }];
  const pause = () => sleep(150);
  const move: Act = (tx) => tx.update(affiliations).set({ organisationId: place }).where(tie);
  await Promise.all([save(move, pause), pause().then(() => save(setOrganisation(place, renamed)))]);
  await expectTheSame();
  const again = { name: { fr: "Maison vieille" } };
  const back: Act = (tx) =>
    tx
      .update(affiliations)
      .set({ organisationId: places[1] ?? "" })
      .where(tie);
  await save(back);
  await Promise.all([save(setOrganisation(place, again), pause), sleep(50).then(() => save(move))]);
  await expectTheSame();
});
