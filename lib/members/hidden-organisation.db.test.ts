import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { PAGE_VISIBILITIES, type PageVisibility } from "@/db/enums";
import { makeMember, makeOrganisation } from "@/db/factories";
import { members } from "@/db/schema/members";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { listMembers } from "@/lib/directory/queries";
import { saveProfile } from "./mutations";
import { DEFAULT_VISIBILITY } from "./policy";
import { getMember, getOwnProfile } from "./queries";
import { profileInput } from "./schema";
import { writeVcard } from "./vcard";

type Member = Awaited<ReturnType<typeof makeMember>>;

let stranger: Member;
let moderator: Member;

beforeAll(() =>
  transaction(async (tx) => {
    stranger = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  }),
);

afterAll(closeDatabase);

const profile = (familyName: string) =>
  profileInput.parse({
    version: "1",
    familyName,
    givenName: "Camille",
    nameOrder: "given-first",
    originalLocale: "fr",
    visibility: { ...DEFAULT_VISIBILITY, organisation: "members" },
  });

/** Two people who tell members where they belong, and what they belong to; the name stands nowhere else. */
async function made(visibility: PageVisibility) {
  const word = `canari${crypto.randomUUID().replaceAll("-", "")}`;
  return transaction(async (tx) => {
    const owner = await makeMember(tx);
    const colleague = await makeMember(tx);
    await makeOrganisation(tx, { name: { fr: word }, visibility }, [owner, colleague]);
    await saveProfile(tx, owner, profile(`Nom ${word.slice(6)}`));
    return { owner, colleague, word };
  });
}

describe.each(PAGE_VISIBILITIES)("a main organisation for %s", (visibility) => {
  const isForMembers = ["public", "members"].includes(visibility);
  const isForTeam = visibility !== "self";
  let owner: Member;
  let colleague: Member;
  let word: string;

  beforeAll(async () => {
    ({ owner, colleague, word } = await made(visibility));
  });

  const read = async (...[viewer, as]: [Member, ("public" | "members" | "team")?]) => {
    const page = await getMember(viewer, owner.memberSlug, as);
    if (!page) throw new Error("no page");
    const setting = { locale: "fr", url: "", club: "", now: new Date() } as const;
    expect(writeVcard(page, null, setting).includes("ORG:")).toBe(page.organisation !== null);
    return page.organisation !== null;
  };

  test("stands beside the name for whoever sees it, and its own people", async () => {
    expect(await read(stranger)).toBe(isForMembers);
    expect(await read(moderator)).toBe(isForTeam);
    expect(await read(colleague)).toBe(true);
    expect(await read(owner)).toBe(true);
    expect((await getOwnProfile(owner))?.organisation).toEqual({ fr: word });
  });

  test("its own people borrow eyes that see no more than others", async () => {
    expect(await read(owner, "public")).toBe(false);
    expect(await read(owner, "members")).toBe(isForMembers);
    expect(await read(owner, "team")).toBe(isForTeam);
  });

  test("is on no card and finds nobody for those who do not see it", async () => {
    const find = (viewer: Member, q: string) =>
      listMembers(viewer, readDirectoryFilters({ q }), "fr");
    for (const [viewer, isShown] of [
      [stranger, isForMembers],
      [moderator, isForTeam],
    ] as const) {
      const named = await find(viewer, word.slice(6));
      expect(named.members.map(({ organisation }) => organisation?.text)).toEqual([
        isShown ? word : undefined,
      ]);
      expect((await find(viewer, word)).total).toBe(isShown ? 1 : 0);
    }
  });

  test("a saved profile is found by it by those alone", async () => {
    const { searchMembers, searchTeam } = members;
    const [row] = await query((db) =>
      db.select({ searchMembers, searchTeam }).from(members).where(eq(members.id, owner.memberId)),
    );
    expect(row?.searchMembers.includes(word)).toBe(isForMembers);
    expect(row?.searchTeam.includes(word)).toBe(isForTeam);
  });
});
