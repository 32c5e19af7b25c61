import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { buildMemberSearch } from "@/lib/members/search-text";
import { readDirectoryFilters } from "./directory-filters";
import { listMembers } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

/** A word that only this suite's member is found by. */
const club = `zw${randomUUID().replace(/[^a-z]/g, "")}`;
const names = { familyName: "Wu", givenName: "Jialing", nameZh: "吴佳绫" };
const texts = { jobTitle: {}, bio: {}, offers: {}, needs: {} };
const lists = { languages: [], sectors: [], cities: [] };

let viewer: Member;
let wu: Member;

beforeAll(async () => {
  const { searchNames, ...search } = buildMemberSearch({ ...names, ...texts, ...lists });
  const values = { ...names, ...search, searchNames: `${searchNames}${club} ` };
  [viewer, wu] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, values),
  ]);
});

afterAll(closeDatabase);

describe("吴佳绫 is found in the directory however she is typed", () => {
  test.each([
    ...["wu", "jialing", "wu jialing", "jialing wu", "wujialing", "jialingwu", "wjl"],
    ...["吴", "佳绫", "吴佳绫", "吳佳綾"],
  ])("by %s", async (typed) => {
    const filters = readDirectoryFilters({ q: `${club} ${typed}` });
    const found = await listMembers(viewer, filters, "zh");
    expect(found.members.map(({ slug }) => slug)).toEqual([wu.memberSlug]);
    expect(found.members[0]?.name).toMatchObject({
      text: "吴佳绫",
      isChinese: true,
      other: "Jialing Wu",
    });
  });
});
