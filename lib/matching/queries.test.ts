import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import {
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
} from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { statementsOf } from "@/db/statement-count";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listDismissedProjects } from "./dismissals.queries";
import { dismissProject, recallDismissal } from "./mutations";
import { listFirstReasons, listMatches } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeProject>[2];

/** Sectors and a city that no other suite uses together. */
const SECTORS = ["games-audiovisual", "agrifood"];
const CITY = "kunming";

let owner: Member;
let reader: Member;

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
});

beforeEach(async () => {
  reader = await transaction((tx) => makeMember(tx, { sectors: SECTORS, cities: [CITY] }));
});

afterAll(closeDatabase);

const make = (values: Values = {}, by = owner) =>
  transaction((tx) =>
    makeProject(tx, by.memberId, {
      moderation: "published",
      progress: "seeking-partners",
      sectors: ["games-audiovisual"],
      cities: [CITY],
      publishedAt: new Date("2026-10-01T08:00:00Z"),
      ...values,
    }),
  );

const listed = async (viewer = reader) => {
  const found = await listMatches(viewer, "fr", 300);
  return found.map(({ project }) => project.slug);
};

const matchWith = async (slug: string, viewer = reader) =>
  (await listMatches(viewer, "fr", 300)).find(({ project }) => project.slug === slug)?.match;

const kindsOf = async (slug: string, viewer = reader) =>
  (await matchWith(slug, viewer))?.reasons.map(({ reason }) => reason.kind);

const setReader = (values: Partial<typeof members.$inferInsert>) =>
  transaction((tx) => tx.update(members).set(values).where(eq(members.id, reader.memberId)));

test("what fits is found with its reasons, the same list each time", async () => {
  const { slug } = await make();
  expect(await kindsOf(slug)).toEqual(["sectors", "cities"]);
  expect(await listed()).toEqual(await listed());
});

test("an interest removed changes reason and rank at once", async () => {
  const both = await make({ languages: ["zh"] });
  const city = await make({ sectors: ["agrifood"] });
  const before = await listed();
  await setReader({ sectors: ["agrifood"], languages: ["zh"] });
  expect(await kindsOf(both.slug)).toBeUndefined();
  await transaction((tx) => makeActivity(tx, reader.memberId, { cities: [CITY], sectors: [] }));
  expect(await kindsOf(both.slug)).toEqual(["cities", "activity", "languages", "direction"]);
  const after = await listed();
  expect(before).toContain(both.slug);
  expect(after.indexOf(city.slug)).toBeLessThan(after.indexOf(both.slug));
});

test("a card of the list tells the weightiest reason, to members alone", async () => {
  const { slug } = await make();
  const other = await make({ sectors: ["energy"], cities: [] });
  const slugs = [slug, other.slug];
  const told = await statementsOf(() => listFirstReasons(reader, "en", slugs));
  const { result: reasons, statements } = told;
  expect(statements).toBe(1);
  expect([...reasons.keys()]).toEqual([slug]);
  const t = getTranslator("en", "matching");
  const [sentence = ""] = t("reasons.mine.sectors", { count: 1, list: "|" }).split("|");
  expect(reasons.get(slug)?.text).toMatch(new RegExp(`^${sentence}`, "u"));
  expect(await listFirstReasons(null, "en", slugs)).toEqual(new Map());
});

test("what scores the same stands newest first, then by address", async () => {
  const older = await make({ slug: `zz-older-${crypto.randomUUID()}` });
  const b = await make({ slug: `b-${crypto.randomUUID()}`, publishedAt: new Date("2026-11-01") });
  const a = await make({ slug: `a-${crypto.randomUUID()}`, publishedAt: new Date("2026-11-01") });
  const order = (await listed()).filter((slug) => [older.slug, a.slug, b.slug].includes(slug));
  expect(order).toEqual([a.slug, b.slug, older.slug]);
});

test.each<[string, Values]>([
  ["a draft", { moderation: "draft" }],
  ["one that was withdrawn", { moderation: "withdrawn" }],
  ["a paused one", { progress: "paused" }],
  ["a completed one", { progress: "completed" }],
  ["one on hold", { progress: "on-hold" }],
  ["one that takes no interests", { acceptingInterests: false }],
  ["one past its deadline", { deadline: "2020-01-01" }],
])("%s is not suggested", async (_what, values) => {
  const open = await make();
  const closed = await make(values);
  const found = await listed();
  expect(found).toContain(open.slug);
  expect(found).not.toContain(closed.slug);
});

test("neither one's own, nor a colleague's, nor one whose owner is suspended", async () => {
  const [colleague, gone] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  await transaction((tx) => makeOrganisation(tx, {}, [colleague, reader]));
  const slugs = [await make({}, reader), await make({}, colleague), await make({}, gone)];
  await transaction((tx) =>
    tx.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, gone.accountId)),
  );
  const found = await listed();
  for (const { slug } of slugs) expect(found).not.toContain(slug);
});

test("what was answered is not suggested again, whatever came of it", async () => {
  const [sent, declined] = [await make(), await make()];
  await transaction(async (tx) => {
    await makeInterest(tx, sent.id, reader.memberId);
    await makeInterest(tx, declined.id, reader.memberId, { state: "declined" });
  });
  const found = await listed();
  expect(found).not.toContain(sent.slug);
  expect(found).not.toContain(declined.slug);
});

test("what was set aside stays away until it is taken back, for that member alone", async () => {
  const { slug } = await make();
  const other = await transaction((tx) => makeMember(tx, { sectors: SECTORS, cities: [CITY] }));
  await transaction((tx) => dismissProject(tx, reader, { slug }));
  expect(await listed()).not.toContain(slug);
  expect(await listed(other)).toContain(slug);
  const [aside] = await listDismissedProjects(reader);
  await transaction((tx) => recallDismissal(tx, reader, { dismissalId: aside?.id ?? "" }));
  expect(await listed()).toContain(slug);
});

test("a text for accepted contacts is neither compared nor given", async () => {
  const secret = "caravansérail";
  const values = { sought: { fr: `Un ${secret}` }, partnerKinds: ["sme"] };
  const { slug, id } = await make(values);
  await setReader({ offers: { fr: `Nous louons un ${secret}.` } });
  await transaction((tx) => makeOrganisation(tx, { kind: "sme" }, [reader]));
  expect(JSON.stringify(await matchWith(slug))).toContain(secret);
  expect(await kindsOf(slug)).toContain("partnerKind");
  await transaction((tx) =>
    tx.update(entries).set({ textLevel: "contacts" }).where(eq(entries.id, id)),
  );
  const found = await listMatches(reader, "fr", 300);
  expect(found.map(({ project }) => project.slug)).toContain(slug);
  expect(JSON.stringify(found)).not.toContain(secret);
  expect(await kindsOf(slug)).not.toContain("partnerKind");
});

test("a project whose owner is not told does not betray them", async () => {
  const mark = `zq${crypto.randomUUID().slice(0, 8)}`;
  const hidden = await transaction(async (tx) => {
    const one = await makeMember(tx, { familyName: mark, givenName: mark, slug: mark });
    const abroad = { name: { fr: mark }, slug: `${mark}-organisation`, kind: "chinese-company" };
    await makeOrganisation(tx, abroad, [one]);
    await makeActivity(tx, reader.memberId, { sectors: [], direction: "china-to-lyon" });
    return one;
  });
  const { slug } = await make({ ownerLevel: "contacts" }, hidden);
  expect(await listed()).toContain(slug);
  expect(JSON.stringify(await listMatches(reader, "fr", 300))).not.toContain(mark);
  // Nor by which way it goes, which the kind of their organisation says.
  expect(await kindsOf(slug)).not.toContain("direction");
});

test("who has no profile, or is not active, is suggested nothing", async () => {
  const { slug } = await make();
  expect(await listed()).toContain(slug);
  expect(await listed({ ...reader, status: "suspended" })).toEqual([]);
  expect(await listMatches({ ...reader, memberId: null }, "fr", 300)).toEqual([]);
});
