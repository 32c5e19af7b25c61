import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { listMembers, listNewMembers } from "@/lib/directory/queries";
import { getMember, getMemberContacts } from "@/lib/members/queries";
import { buildMemberSearch } from "@/lib/members/search-text";
import { getProject } from "@/lib/projects/queries";
import { giveConsent, withdrawConsent } from "./mutations";
import { isListed } from "./queries";

/** A word that only this suite's member has. */
const word = `zq${randomUUID().replace(/[^a-z]/g, "")}`;
const since = new Date(Date.now() - 60_000);
const directory = { purpose: "members-directory", version: 1, locale: "fr" } as const;

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let moderator: Member;
let project: { slug: string };

beforeAll(async () => {
  const shown = {
    familyName: "Montclair",
    givenName: word,
    nameZh: null,
    jobTitle: {},
    bio: { fr: word },
    offers: {},
    needs: {},
    languages: [],
    sectors: ["agrifood"],
    cities: ["guangzhou"],
  };
  await transaction(async (tx) => {
    const values = { ...shown, joinedOn: "2099-01-01", ...buildMemberSearch(shown) };
    owner = await makeMember(tx, values);
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
    const online = { moderation: "published", publishedAt: new Date() } as const;
    project = await makeProject(tx, owner.memberId, online);
  });
});

afterAll(closeDatabase);

/** Every place where a viewer may come upon the owner. */
async function placesWith(viewer: Member): Promise<string[]> {
  const asked = readDirectoryFilters({ q: word });
  const list = await listMembers(viewer, asked, "fr");
  const news = await listNewMembers(viewer, since, "fr");
  const found: Record<string, boolean> = {
    list: list.members.length > 0,
    count: list.total > 0,
    facets: list.sectors.length + list.cities.length > 0,
    news: news.members.some(({ slug }) => slug === owner.memberSlug),
    page: (await getMember(viewer, owner.memberSlug)) !== null,
    contacts: (await getMemberContacts(viewer, owner.memberId)) !== null,
    project: (await getProject(viewer, project.slug))?.owner?.member?.slug === owner.memberSlug,
  };
  return Object.keys(found).filter((place) => found[place]);
}

const DIRECTORY = ["list", "count", "facets", "news"];
const PAGE = ["page", "contacts", "project"];

test("whoever takes back their consent is absent everywhere at once; given again, they are back", async () => {
  expect(await placesWith(other)).toEqual([...DIRECTORY, ...PAGE]);
  await transaction((tx) => withdrawConsent(tx, owner, directory));
  expect(await isListed(owner)).toBe(false);
  expect(await placesWith(other)).toEqual([]);
  await transaction((tx) => giveConsent(tx, owner, directory));
  expect(await isListed(owner)).toBe(true);
  expect(await placesWith(other)).toEqual([...DIRECTORY, ...PAGE]);
});

test("their own page and the club team's sight of it stay, marked", async () => {
  await transaction((tx) => withdrawConsent(tx, owner, directory));
  expect(await placesWith(moderator)).toEqual(PAGE);
  expect(await placesWith(owner)).toEqual(PAGE);
  expect(await getMember(moderator, owner.memberSlug)).toMatchObject({ isListed: false });
  expect(await getMember(owner, owner.memberSlug)).toMatchObject({ isOwn: true, isListed: false });
  await transaction((tx) => giveConsent(tx, owner, directory));
  expect(await getMember(owner, owner.memberSlug)).toMatchObject({ isListed: true });
});

test("another consent lists nobody", async () => {
  await transaction((tx) => withdrawConsent(tx, owner, directory));
  const purpose = "public-directory";
  await transaction((tx) => giveConsent(tx, owner, { purpose, version: 1, locale: "fr" }));
  expect(await placesWith(other)).toEqual([]);
});
