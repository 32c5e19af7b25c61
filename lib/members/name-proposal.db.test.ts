import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { keepOrganisationName } from "@/lib/organisations/mutations";
import { listOrganisationNameProposals } from "@/lib/organisations/name-proposal.queries";
import { saveProfile, settleName } from "./mutations";
import { getNameProposal } from "./name-proposal.queries";
import { DEFAULT_VISIBILITY } from "./policy";
import { profileInput } from "./schema";

afterAll(closeDatabase);

const typed = { familyName: "吴", givenName: "佳绫", nameZh: null };
const proposed = { familyName: "Wu", givenName: "Jialing", nameZh: "吴佳绫" };

const make = (values: Partial<typeof members.$inferInsert> = typed) =>
  transaction((tx) => makeMember(tx, values));

async function readNames(memberId: string) {
  const { familyName, givenName, nameZh, searchNames, version } = members;
  const [row] = await query((db) =>
    db
      .select({ familyName, givenName, nameZh, searchNames, version })
      .from(members)
      .where(eq(members.id, memberId)),
  );
  return row;
}

describe("a member whose name is in characters alone", () => {
  test("is proposed its reading, and nothing is written by itself", async () => {
    const wu = await make();
    expect(await getNameProposal(wu)).toEqual({ ...proposed, version: 1 });
    expect(await readNames(wu.memberId)).toMatchObject({ ...typed, version: 1 });
  });

  test("takes it as corrected, and is found by it", async () => {
    const wu = await make();
    const names = { ...proposed, familyName: "Ng" };
    await transaction((tx) => settleName(tx, wu, { version: 1, names }));
    const after = await readNames(wu.memberId);
    expect(after).toMatchObject({ ...names, version: 2 });
    for (const word of [" ng", " wu", " jialing", " wjl", "佳绫"]) {
      expect(after?.searchNames).toContain(word);
    }
    expect(await getNameProposal(wu)).toBeNull();
  });

  test("keeps it, and is not asked again", async () => {
    const wu = await make();
    await transaction((tx) => settleName(tx, wu, { version: 1, names: null }));
    expect(await readNames(wu.memberId)).toMatchObject({ ...typed, version: 2 });
    expect(await getNameProposal(wu)).toBeNull();
  });

  test("is told when the name has been changed meanwhile", async () => {
    const wu = await make();
    const late = transaction((tx) => settleName(tx, wu, { version: 7, names: proposed }));
    await expect(late).rejects.toThrow("conflict");
  });
});

describe("a profile saved", () => {
  type Names = { familyName: string; givenName: string; nameZh: string | null };
  const save = async (stored: Names, change: Partial<Names>, isKept = false) => {
    const member = await make(stored);
    if (isKept) await transaction((tx) => settleName(tx, member, { version: 1, names: null }));
    const input = profileInput.parse({
      ...{ version: isKept ? "2" : "1", visibility: DEFAULT_VISIBILITY, phone: "+33465710000" },
      ...{ originalLocale: "fr", nameOrder: "family-first" },
      ...{ ...stored, nameZh: stored.nameZh ?? "", ...change },
    });
    const { isProposed, faults } = await transaction((tx) => saveProfile(tx, member, input));
    return { isProposed, faults, after: await readNames(member.memberId) };
  };

  test.each<[string, Names, Partial<Names>]>([
    ["a name in characters", typed, {}],
    ["two Chinese names", { familyName: "王", givenName: "明", nameZh: "李明" }, {}],
    ["a Japanese name", { familyName: "佐藤", givenName: "さくら", nameZh: null }, {}],
    ["a name in characters, a Chinese one added", typed, { nameZh: "吴佳绫" }],
  ])("leaves %s as it was", async (_, stored, change) => {
    for (const isKept of [true, false]) {
      const saved = await save(stored, change, isKept);
      expect(saved).toMatchObject({ isProposed: false, faults: [] });
      expect(saved.after).toMatchObject({ ...stored, ...change, version: isKept ? 3 : 2 });
    }
  });

  test("moves characters typed anew, with a reading to be looked at once more", async () => {
    const martin = { familyName: "Martin", givenName: "Luc", nameZh: null };
    const saved = await save(martin, { ...typed, nameZh: "" });
    expect(saved).toMatchObject({ isProposed: true, after: proposed });
  });

  test("is refused where a changed name fits nowhere, and writes nothing", async () => {
    const wang = { familyName: "王", givenName: "Wei", nameZh: "吴佳绫" };
    expect(await save(wang, { givenName: "伟" })).toMatchObject({
      faults: [{ field: "givenName", code: "latinLetters" }],
      after: { ...wang, version: 1 },
    });
  });
});

test.each([
  [{ familyName: "Martin", givenName: "Luc", nameZh: null }],
  [{ ...proposed, familyName: "Ng", givenName: "Kar Ling" }],
])("%j is proposed nothing", async (values) => {
  expect(await getNameProposal(await make(values))).toBeNull();
});

describe("a company whose name is in characters alone", () => {
  const name = { zh: "广州丝桥文化交流有限公司" };

  test("is proposed a reading to its managers only, until they keep the name", async () => {
    const [manager, colleague] = [await make({}), await make({})];
    const { id } = await transaction((tx) => makeOrganisation(tx, { name }, [manager, colleague]));
    const latin = "Guangzhou Siqiao Wenhua Jiaoliu Co., Ltd.";
    expect(await listOrganisationNameProposals(manager)).toMatchObject([
      { organisationId: id, nameZh: name.zh, latin },
    ]);
    expect(await listOrganisationNameProposals(colleague)).toEqual([]);
    const kept = { organisationId: id, version: 1 };
    await expect(transaction((tx) => keepOrganisationName(tx, colleague, kept))).rejects.toThrow(
      "notFound",
    );
    await transaction((tx) => keepOrganisationName(tx, manager, kept));
    expect(await listOrganisationNameProposals(manager)).toEqual([]);
    const [row] = await query((db) =>
      db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, id)),
    );
    expect(row).toEqual({ name });
  });

  test.each([
    [{ fr: "Siqiao", zh: "广州丝桥有限公司" }],
    [{ zh: "中山大学" }],
    [{ fr: "Soieries" }],
  ])("%j is proposed nothing", async (other) => {
    const manager = await make({});
    await transaction((tx) => makeOrganisation(tx, { name: other }, [manager]));
    expect(await listOrganisationNameProposals(manager)).toEqual([]);
  });
});
