import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { PageVisibility, Visibility } from "@/db/enums";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getOrganisation } from "@/lib/organisations/queries";
import { canClaim, roleIn } from "./policy";
import { listAffiliations, listPeople } from "./queries";
import { getRoster, isClaimable } from "./roster.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeMember>[1];

let stranger: Member;
let moderator: Member;
let administrator: Member;

beforeAll(async () => {
  [stranger, moderator, administrator] = await Promise.all([
    member(),
    member({}, { role: "moderator" }),
    member({}, { role: "administrator" }),
  ]);
});

afterAll(closeDatabase);

const member = (values: Values = {}, account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, values, account));

const hiding = (level: Visibility, values: Values = {}) =>
  member({ ...values, visibility: { organisation: level } });

/** The first is its manager. */
const organisation = (people: Member[], values: Parameters<typeof makeOrganisation>[1] = {}) =>
  transaction((tx) => makeOrganisation(tx, values, people));

async function namesFor(viewer: Viewer | null, id: string, locale: "fr" | "zh" = "fr") {
  return (await listPeople(viewer, id, locale)).map(({ name }) => name.text);
}

const slugsFor = async (viewer: Viewer, of: Member) =>
  (await listAffiliations(viewer, of.memberId, "fr")).map(({ slug }) => slug);

const leaveDirectory = ({ accountId }: Member) =>
  query((db) =>
    db.update(consents).set({ withdrawnAt: new Date() }).where(eq(consents.accountId, accountId)),
  );

describe("the people of an organisation", () => {
  test("managers first, then by name; their function, else their job title as far as it is seen", async () => {
    const boss = await member({ familyName: "Zola", sortLatin: "Zola" });
    const one = await member({
      familyName: "Éluard",
      sortLatin: "Éluard",
      jobTitle: { fr: "Poète" },
    });
    const two = await member({
      familyName: "Fabre",
      sortLatin: "Fabre",
      jobTitle: { fr: "Cachée" },
      visibility: { jobTitle: "team" },
    });
    const three = await member({
      familyName: "Giono",
      sortLatin: "Giono",
      jobTitle: { fr: "Peu importe" },
    });
    const { id } = await organisation([boss, three, two, one]);
    await query((db) =>
      db
        .update(affiliations)
        .set({ position: { fr: "Jardinier" } })
        .where(eq(affiliations.memberId, three.memberId)),
    );
    const people = await listPeople(stranger, id, "fr");
    expect(people.map(({ name, position, role }) => [name.text, position?.text, role])).toEqual([
      ["Camille Zola", undefined, "manager"],
      ["Camille Éluard", "Poète", "person"],
      ["Camille Fabre", undefined, "person"],
      ["Camille Giono", "Jardinier", "person"],
    ]);
    expect((await listPeople(moderator, id, "fr"))[2]?.position?.text).toBe("Cachée");
  });

  test("a Chinese name where it is open, and in pinyin order", async () => {
    const one = await member({ familyName: "Zeng", nameZh: "曾明", sortPinyin: "zeng ming" });
    const two = await member({ familyName: "An", nameZh: "安宁", sortPinyin: "an ning" });
    const three = await member({
      familyName: "Mo",
      nameZh: "莫言",
      sortPinyin: "Mo",
      visibility: { nameZh: "self" },
    });
    const { id } = await organisation([one, two, three]);
    expect(await namesFor(stranger, id, "zh")).toEqual(["曾明", "安宁", "Camille Mo"]);
  });
});

describe("who sees whom", () => {
  test("visitors and accounts that are not active see nobody", async () => {
    const one = await hiding("public");
    const { id, slug } = await organisation([one], { visibility: "public" });
    const pending = await transaction((tx) => makeAccount(tx, { status: "pending" }));
    expect(await namesFor(null, id)).toEqual([]);
    expect(await namesFor(pending, id)).toEqual([]);
    const suspended = { ...one, status: "suspended" } as const;
    expect(await namesFor(suspended, id)).toEqual([]);
    expect(await getRoster(one, slug, "fr")).toMatchObject({ id });
    expect(await getRoster(suspended, slug, "fr")).toBeNull();
    expect(await namesFor(stranger, id)).toHaveLength(1);
  });

  test.each<[Visibility, number, number]>([
    ["public", 1, 1],
    ["members", 1, 1],
    ["contacts", 0, 0],
    ["team", 0, 1],
    ["self", 0, 0],
  ])("who shows where they belong to %s", async (level, forMembers, forTeam) => {
    const [boss, one] = await Promise.all([hiding("self"), hiding(level)]);
    const colleague = await hiding("self");
    const { id } = await organisation([boss, one, colleague]);
    expect(await listPeople(stranger, id, "fr")).toHaveLength(forMembers);
    expect(await listPeople(moderator, id, "fr")).toHaveLength(forTeam);
    // Oneself always, and no other colleague who hides; the manager sees them all.
    expect((await listPeople(colleague, id, "fr")).map(({ isSelf }) => isSelf).sort()).toEqual(
      forMembers ? [false, true] : [true],
    );
    const all = await listPeople(boss, id, "fr");
    expect(all).toHaveLength(3);
    const isHidden = all.find(({ slug }) => slug === one.memberSlug)?.isHidden;
    expect(isHidden).toBe(forMembers === 0);
  });

  test("without consent to the directory, or suspended: absent", async () => {
    const [boss, one, gone] = await Promise.all([
      member(),
      member(),
      member({}, { status: "suspended" }),
    ]);
    const { id } = await organisation([boss, one, gone]);
    await leaveDirectory(one);
    const slugs = (people: { slug: string }[]) => people.map(({ slug }) => slug);
    expect(slugs(await listPeople(stranger, id, "fr"))).toEqual([boss.memberSlug]);
    expect(slugs(await listPeople(one, id, "fr"))).toContain(one.memberSlug);
    expect(slugs(await listPeople(boss, id, "fr"))).not.toContain(gone.memberSlug);
  });

  test.each<[PageVisibility, number, number]>([
    ["public", 1, 1],
    ["members", 1, 1],
    ["team", 0, 1],
    ["self", 0, 0],
  ])("of an organisation seen by %s", async (visibility, forMembers, forTeam) => {
    const one = await member();
    const { id, slug } = await organisation([one], { visibility });
    expect(await listPeople(stranger, id, "fr")).toHaveLength(forMembers);
    expect(await listPeople(moderator, id, "fr")).toHaveLength(forTeam);
    expect(await listPeople(one, id, "fr")).toHaveLength(1);
    expect(await getRoster(stranger, slug, "fr")).toEqual(
      forMembers ? expect.objectContaining({ id, own: null }) : null,
    );
    expect(await slugsFor(stranger, one)).toEqual(forMembers ? [slug] : []);
    expect(await slugsFor(one, one)).toEqual([slug]);
    // Administrators open it and its people; beside a person's name it stands as for the rest of the team.
    expect(await listPeople(administrator, id, "fr")).toHaveLength(1);
    expect(await getRoster(administrator, slug, "fr")).toMatchObject({ id });
    expect(await slugsFor(administrator, one)).toEqual(forTeam ? [slug] : []);
  });
});

test("the page offers an organisation to its people while nobody manages it, as the whole roster would", async () => {
  const [boss, one, other] = await Promise.all([member(), member(), member()]);
  const { slug } = await organisation([boss, one, other], { visibility: "self" });
  const offeredTo = async (viewer: Member) => {
    const [page, roster] = [
      await getOrganisation(viewer, slug),
      await getRoster(viewer, slug, "fr"),
    ];
    const isOffered = page ? await isClaimable(viewer, page) : false;
    const isPerson = roster !== null && roleIn(viewer, roster) === "person";
    expect(isOffered).toBe(isPerson && canClaim(viewer, roster));
    return isOffered;
  };
  const everybody = async () =>
    Promise.all([boss, one, stranger, { ...one, status: "lapsed" as const }].map(offeredTo));
  expect(await everybody()).toEqual([false, false, false, false]);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, boss.accountId)),
  );
  expect(await everybody()).toEqual([false, true, false, false]);
});

describe("the organisations of a member", () => {
  test("the main one first, with the function there", async () => {
    const one = await member();
    const second = await organisation([], { name: { fr: "Seconde" } });
    const first = await organisation([one], { name: { zh: "主要" }, originalLocale: "zh" });
    await query((db) =>
      db.insert(affiliations).values({
        memberId: one.memberId,
        organisationId: second.id,
        isMain: false,
        position: { fr: "Conseil" },
        createdAt: new Date(0),
      }),
    );
    expect(await listAffiliations(stranger, one.memberId, "fr")).toMatchObject([
      {
        slug: first.slug,
        isMain: true,
        role: "manager",
        position: null,
        name: { text: "主要", lang: "zh" },
      },
      { slug: second.slug, isMain: false, role: "person", position: { text: "Conseil" } },
    ]);
  });

  test.each<[Visibility, boolean, boolean]>([
    ["members", true, true],
    ["team", false, true],
    ["self", false, false],
  ])("shown to %s", async (level, forMembers, forTeam) => {
    const one = await hiding(level);
    const { slug } = await organisation([one]);
    expect(await slugsFor(stranger, one)).toEqual(forMembers ? [slug] : []);
    expect(await slugsFor(moderator, one)).toEqual(forTeam ? [slug] : []);
    expect(await slugsFor(one, one)).toEqual([slug]);
  });

  test("one's own through other eyes: as those see them, organisations of the team left out", async () => {
    const one = await hiding("members");
    const open = await organisation([one]);
    const closed = await organisation([], { visibility: "self" });
    const { memberId } = one;
    const tie = { memberId, organisationId: closed.id, isMain: false };
    await query((db) => db.insert(affiliations).values(tie));
    const shownTo = async (as: "members" | "public") =>
      (await listAffiliations(one, one.memberId, "fr", as)).map(({ slug }) => slug);
    expect(await slugsFor(one, one)).toHaveLength(2);
    expect(await shownTo("members")).toEqual([open.slug]);
    expect(await shownTo("public")).toEqual([]);
  });

  test("through other eyes on one's own page, and only there", async () => {
    const one = await hiding("team");
    const { slug } = await organisation([one]);
    const as = async (viewer: Viewer, eyes: "public" | "members" | "team") =>
      (await listAffiliations(viewer, one.memberId, "fr", eyes)).map((row) => row.slug);
    expect(await as(one, "members")).toEqual([]);
    expect(await as(one, "team")).toEqual([slug]);
    expect(await as(stranger, "team")).toEqual([]);
  });

  test("of a member out of reach: none", async () => {
    const [suspended, unlisted] = await Promise.all([
      member({}, { status: "suspended" }),
      member(),
    ]);
    await organisation([suspended]);
    await organisation([unlisted]);
    await leaveDirectory(unlisted);
    expect(await slugsFor(stranger, suspended)).toEqual([]);
    expect(await slugsFor(stranger, unlisted)).toEqual([]);
    const inactive = { ...stranger, status: "suspended" } as const;
    expect(await slugsFor(inactive, await member())).toEqual([]);
  });
});
