import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { addDays, today } from "@/lib/core/dates";
import { buildProjectSearch } from "./search-text";
import { listSimilarProjects } from "./similar.queries";
import { similarWords } from "./similar-words";

type Member = Awaited<ReturnType<typeof makeMember>>;

const mark = `zs${crypto.randomUUID().slice(0, 8)}`;

let owner: Member;
let member: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    member = await makeMember(tx);
  });
});

afterAll(closeDatabase);

function make(
  title: Record<string, string>,
  values: NonNullable<Parameters<typeof makeProject>[2]> = {},
) {
  const texts = { title, teaser: {}, summary: { fr: `secret${mark}` }, offered: {}, sought: {} };
  const whole = { ...texts, advantages: {}, partnerTask: {}, kind: null, cities: [] };
  const sectors = values.sectors ?? ["energy"];
  const levels = { textLevel: "members", ownerLevel: "members" } as const;
  const said = { sectors, places: [] };
  const search = buildProjectSearch({ ...whole, ...levels, sectors }, said, true);
  return transaction((tx) =>
    makeProject(tx, owner.memberId, {
      title,
      ...search,
      sectors,
      moderation: "published",
      publishedAt: new Date(),
      ...values,
    }),
  );
}

const find = async (text: string, sectors: string[] = [], except = "", viewer = member) =>
  (await listSimilarProjects(viewer, { text, sectors, except }, "fr")).map(({ slug }) => slug);

describe("published projects that share words", () => {
  test("two words, or one and a sector, in any form of them; the closest first", async () => {
    const near = await make({ fr: `Recyclage des tissus ${mark}` });
    const nearer = await make({ fr: `Recyclage des tissus enduits ${mark}` });
    expect(await find(`Tissu enduit à recyclage ${mark}`)).toEqual([nearer.slug, near.slug]);
    expect(await find(mark)).toEqual([]);
    expect((await find(mark, ["energy"])).sort()).toEqual([near.slug, nearer.slug].sort());
    expect(await find(mark, ["logistics"])).toEqual([]);
    expect(await find(`Tissus ${mark}`, [], near.slug)).toEqual([nearer.slug]);
  });

  test("in Chinese, by pairs of characters", async () => {
    const { slug } = await make({ zh: `涂层织物回收试验 ${mark}` });
    expect(await find("回收涂层织物")).toContain(slug);
  });

  test("neither drafts, nor expired ones, nor by what only members read; for active members", async () => {
    const title = { fr: `Navette autonome ${mark}x` };
    await make(title, { moderation: "draft" });
    await make(title, { moderation: "withdrawn" });
    await make(title, { deadline: addDays(today(), -1) });
    expect(await find(`Navette autonome ${mark}x`)).toEqual([]);
    expect(await find(`secret${mark}`, ["energy"])).toEqual([]);
    await make(title);
    const pending = { ...member, status: "pending" as const };
    expect(await find(`Navette autonome ${mark}x`, [], "", pending)).toEqual([]);
  });
});

test.each([
  ["Une usine en Chine avec Lyon", ["usine"]],
  ["eau 2027 !", []],
  ["Économies d'énergie", ["economie", "energie"]],
  ["废水处理", ["废水", "水处", "处理"]],
  ["中国合作", ["国合"]],
  ["100 %_", []],
])("what is looked for of %j", (text, words) => {
  expect(similarWords(text)).toEqual(words);
});
