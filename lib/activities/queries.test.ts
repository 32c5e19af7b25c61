import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { MEMBERSHIP_STATUSES, PAGE_VISIBILITIES } from "@/db/enums";
import { makeAccount, makeActivity, makeMember } from "@/db/factories";
import { addMonths, today } from "@/lib/core/dates";
import { NO_FILTERS } from "./activity-filters";
import { listPublicAddresses } from "./addresses.queries";
import {
  getActivity,
  listActivities,
  listActivitiesToConfirm,
  listOwnActivities,
  listTimeline,
} from "./queries";
import { buildActivitySearch } from "./search-text";

type Viewer = Awaited<ReturnType<typeof makeAccount>>;
type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = NonNullable<Parameters<typeof makeActivity>[2]>;

/** A word of this run, so that the lists of other suites do not disturb. */
const mark = `zq${crypto.randomUUID().slice(0, 8)}`;

let owner: Member;
let other: Member;
let moderator: Viewer;
let suspended: Viewer;

const texts = {
  title: { fr: `Soie ${mark}`, zh: "丝绸" },
  summary: { fr: "Deux ateliers" },
  partner: null,
  kind: "sourcing",
  sectors: ["energy"],
  cities: ["hangzhou"],
};

const make = (memberId: string, values: Values = {}) =>
  transaction((tx) =>
    makeActivity(tx, memberId, { ...texts, ...buildActivitySearch(texts), ...values }),
  );

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    moderator = await makeAccount(tx, { role: "moderator" });
    suspended = await makeMember(tx, {}, { status: "suspended" });
  });
});

afterAll(closeDatabase);

const search = (viewer: Viewer | null) => listActivities(viewer, { ...NO_FILTERS, q: mark }, "fr");

/** Many of this suite may share a page: the last one made was confirmed today, as the others. */
async function isListed(viewer: Viewer | null, slug: string): Promise<boolean> {
  const { pageCount } = await search(viewer);
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1);
  const lists = await Promise.all(
    pages.map((page) => listActivities(viewer, { ...NO_FILTERS, q: mark, page }, "fr")),
  );
  return lists.some((list) => list.activities.some((activity) => activity.slug === slug));
}

const viewersOf = (member: Member) => ({
  visitor: null,
  suspended,
  other,
  moderator,
  owner: member,
});

/** By whom it is seen at its address, in the list and in the timeline; the three must agree. */
async function seenBy(slug: string, member = owner): Promise<string[]> {
  const names: string[] = [];
  for (const [name, viewer] of Object.entries(viewersOf(member))) {
    const page = await getActivity(viewer, slug, "fr");
    const timeline = await listTimeline(viewer, { memberId: member.memberId }, "fr");
    const found = [await isListed(viewer, slug), timeline.some((item) => item.slug === slug)];
    expect([name, ...found]).toEqual([name, page !== null, page !== null]);
    if (page) names.push(name);
  }
  return names;
}

describe("who sees an activity", () => {
  const everybody = ["visitor", "suspended", "other", "moderator", "owner"];
  test.each([
    ["public", everybody],
    ["members", ["other", "moderator", "owner"]],
    ["team", ["moderator", "owner"]],
    ["self", ["owner"]],
  ] as const)("%s", async (visibility, expected) => {
    const { slug } = await make(owner.memberId, { visibility });
    expect(await seenBy(slug)).toEqual(expected);
  });

  test.each(MEMBERSHIP_STATUSES.filter((status) => !["active", "lapsed"].includes(status)))(
    "that of a member who is %s is left to them and the club team",
    async (status) => {
      const gone = await transaction((tx) => makeMember(tx, {}, { status }));
      const { slug } = await make(gone.memberId, { visibility: "public" });
      expect(await seenBy(slug, gone)).toEqual(["moderator", "owner"]);
      expect((await listPublicAddresses()).map((one) => one.slug)).not.toContain(slug);
      expect((await listTimeline(other, { memberId: gone.memberId }, "fr")).length).toBe(0);
    },
  );

  test.each([true, false])("that of a lapsed member, open to visitors: %s", async (isOpen) => {
    const lapsed = await transaction((tx) => makeMember(tx, {}, { status: "lapsed", isOpen }));
    const { slug } = await make(lapsed.memberId, { visibility: "public" });
    const inside = ["other", "moderator", "owner"];
    expect(await seenBy(slug, lapsed)).toEqual(isOpen ? everybody : inside);
    const listed = (await listPublicAddresses()).some((one) => one.slug === slug);
    expect(listed).toBe(isOpen);
  });

  test("an address that cannot be ours is nothing", async () => {
    expect(await getActivity(owner, "'; select", "fr")).toBeNull();
  });

  test("search engines get public ones only", async () => {
    const shown = await make(owner.memberId, { visibility: "public" });
    const hidden = await make(owner.memberId, { visibility: "members" });
    const slugs = (await listPublicAddresses()).map(({ slug }) => slug);
    expect(slugs).toContain(shown.slug);
    expect(slugs).not.toContain(hidden.slug);
  });
});

describe("what is hidden is in no count, facet or total", () => {
  test.each(PAGE_VISIBILITIES)("%s", async (visibility) => {
    const city = "harbin";
    const before = await Promise.all(
      Object.values(viewersOf(owner)).map((viewer) => search(viewer)),
    );
    const values = { visibility, cities: [city], sectors: ["agrifood"], kind: "licensing" };
    const { slug } = await make(owner.memberId, {
      ...values,
      stage: "suspended",
      direction: "both",
    });
    const names = await seenBy(slug);
    for (const [index, [name, viewer]] of Object.entries(viewersOf(owner)).entries()) {
      const more = names.includes(name) ? 1 : 0;
      const [was, is] = [before[index], await search(viewer)];
      const countOf = (list: typeof is | undefined, facet: "cities" | "stages", value: string) =>
        list?.facets[facet].find((one) => one.value === value)?.count ?? 0;
      const kinds = (list: typeof is | undefined) =>
        list?.facets.kinds.flatMap((group) => group.kinds).find((one) => one.value === "licensing")
          ?.count ?? 0;
      expect([name, is.total]).toEqual([name, (was?.total ?? 0) + more]);
      expect(countOf(is, "cities", city)).toBe(countOf(was, "cities", city) + more);
      expect(countOf(is, "stages", "suspended")).toBe(countOf(was, "stages", "suspended") + more);
      expect(kinds(is)).toBe(kinds(was) + more);
    }
  });
});

describe("one's own", () => {
  test("those to confirm stand first and apart; what is over does not", async () => {
    const member = await transaction((tx) => makeMember(tx));
    const old = addMonths(today(), -12);
    const due = await make(member.memberId, { confirmedOn: old, since: 2001, visibility: "self" });
    const over = await make(member.memberId, { confirmedOn: old, since: 2010, until: 2012 });
    const fresh = await make(member.memberId, { since: 2020 });
    const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug);
    const own = await listOwnActivities(member, "fr");
    expect(slugs(own)).toEqual([due.slug, fresh.slug, over.slug]);
    expect(slugs(await listActivitiesToConfirm(member, "fr"))).toEqual([due.slug]);
    expect(slugs(await listActivitiesToConfirm(other, "fr"))).not.toContain(due.slug);
  });

  test("a preview through other eyes hides what they do not see", async () => {
    const member = await transaction((tx) => makeMember(tx));
    for (const visibility of PAGE_VISIBILITIES) await make(member.memberId, { visibility });
    const of = { memberId: member.memberId };
    const count = async (as?: "public" | "members" | "team") =>
      (await listTimeline(member, of, "fr", as)).length;
    expect([
      await count(),
      await count("team"),
      await count("members"),
      await count("public"),
    ]).toEqual([4, 3, 2, 1]);
    const [shown] = await listTimeline(member, of, "fr", "public");
    expect(shown?.member).toBeNull();
  });

  test("a timeline has what goes on first, then what is over, each the newest first", async () => {
    const member = await transaction((tx) => makeMember(tx));
    const at = (since: number, until: number | null = null) =>
      make(member.memberId, { slug: `${since}-${until}-${mark}`, since, until });
    await at(2001, 2010);
    await at(1999, 2015);
    await at(2005);
    await at(2020);
    const items = await listTimeline(member, { memberId: member.memberId }, "zh");
    expect(items.map(({ since, isEnded }) => [since, isEnded])).toEqual([
      [2020, false],
      [2005, false],
      [1999, true],
      [2001, true],
    ]);
    expect(items[0]?.title?.lang).toBe("zh");
  });
});

test("of very many the first 200 are listed: what goes on, and what is to be confirmed", async () => {
  const member = await transaction(async (tx) => {
    const many = await makeMember(tx);
    const old = { since: 2001, slug: `going-on-${mark}`, confirmedOn: "2020-01-01" };
    await makeActivity(tx, many.memberId, old);
    for (let turn = 0; turn < 205; turn++) {
      await makeActivity(tx, many.memberId, { since: 2010, until: 2012 });
    }
    return many;
  });
  const timeline = await listTimeline(member, { memberId: member.memberId }, "fr");
  const own = await listOwnActivities(member, "fr");
  for (const list of [timeline, own]) {
    expect(list).toHaveLength(200);
    expect(list[0]?.slug).toBe(`going-on-${mark}`);
  }
  expect(await listActivitiesToConfirm(member, "fr")).toHaveLength(1);
});
