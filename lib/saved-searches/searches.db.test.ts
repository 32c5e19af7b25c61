import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeActivity, makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { dropSearch, saveSearch } from "./mutations";
import { listSearchNews } from "./news.queries";
import { listSearches } from "./queries";
import { MOST_SEARCHES, readSearch } from "./saved-search";

type Member = Awaited<ReturnType<typeof makeMember>>;

const SECTOR = "games-audiovisual";
const CITY = "lanzhou";

let owner: Member;
let keeper: Member;

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
});

beforeEach(async () => {
  keeper = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

const save = (address: string, name = "Soie", viewer: Member = keeper) => {
  const search = readSearch(address);
  if (!search) throw new Error(`no search in ${address}`);
  return transaction((tx) => saveSearch(tx, viewer, { search, name }));
};

const day = 86_400_000;
const lately = () => ({ since: new Date(Date.now() - day), until: new Date(Date.now() + day) });
const news = (viewer: Member = keeper, span = lately()) => listSearchNews(viewer, span, "fr");

const make = (values: Parameters<typeof makeProject>[2] = {}, by = owner) =>
  transaction((tx) =>
    makeProject(tx, by.memberId, {
      ...{ moderation: "published", progress: "seeking-partners", publishedAt: new Date() },
      ...{ sectors: [SECTOR], cities: [CITY] },
      ...values,
    }),
  );

describe("a search is kept", () => {
  test("by its keeper alone, the last first; the same again takes its new name", async () => {
    await save("/projects?q=soie");
    await save("/members?city=guangzhou", "Canton");
    await save("/projects?q=soie&page=4", "Soie et mode");
    expect(await listSearches(keeper)).toMatchObject([
      { list: "members", asked: "city=guangzhou", name: "Canton" },
      { list: "projects", asked: "q=soie", name: "Soie et mode" },
    ]);
    expect(await listSearches(owner)).toEqual([]);
    const trail = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.actorId, keeper.accountId)),
    );
    expect(trail.map(({ name }) => name)).toEqual(Array(3).fill("search.kept"));
    expect(JSON.stringify(trail)).not.toMatch(/soie|Canton/u);
  });

  test("twenty at most, also by several tabs at once", async () => {
    const all = Array.from({ length: MOST_SEARCHES + 2 }, (_, index) => `/projects?q=mot${index}`);
    const tries = await Promise.allSettled(all.map((address) => save(address)));
    const failed = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(failed).toEqual(
      Array(2).fill(expect.objectContaining({ code: "searchesTooMany", values: { most: 20 } })),
    );
    await save("/projects?q=mot0", "Autre nom").catch((refused) =>
      expect(refused).toMatchObject({ code: "searchesTooMany" }),
    );
    expect(await listSearches(keeper)).toHaveLength(MOST_SEARCHES);
  });

  test("and let go by its keeper, by nobody else", async () => {
    await save("/projects?q=soie");
    const [search] = await listSearches(keeper);
    const drop = (viewer: Member) => transaction((tx) => dropSearch(tx, viewer, search?.id ?? ""));
    await expect(drop(owner)).rejects.toMatchObject({ code: "notFound" });
    await drop(keeper);
    expect(await listSearches(keeper)).toEqual([]);
    await expect(drop(keeper)).rejects.toMatchObject({ code: "notFound" });
  });

  test("by nobody who is suspended", async () => {
    const away = await transaction((tx) => makeMember(tx, {}, { status: "suspended" }));
    await expect(save("/projects?q=soie", "Soie", away)).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("what is new in a search", () => {
  test("is told with its page; what came before, what is of another search and what is one's own is not", async () => {
    await save(`/projects?sector=${SECTOR}&city=${CITY}`);
    await save("/projects?q=zzznothing", "Rien");
    expect(await news()).toEqual([]);
    const fresh = await make({ title: { fr: "Cinéma de plein air" } });
    await make({ publishedAt: new Date(Date.now() - 3 * day) });
    await make({ sectors: ["energy"] });
    await make({}, keeper);
    expect(await news()).toEqual([
      {
        name: "Soie",
        to: `/projects?sector=${SECTOR}&city=${CITY}`,
        found: [{ to: `/projects/${fresh.slug}`, title: "Cinéma de plein air" }],
      },
    ]);
    const [past, future] = [new Date(Date.now() - day), new Date(Date.now() + day)];
    expect(await news(keeper, { since: future, until: new Date() })).toEqual([]);
    // Told next time.
    expect(await news(keeper, { since: past, until: new Date(Date.now() - 60_000) })).toEqual([]);
  });

  test("is never a draft, nor what is closed to its keeper by the time it is told", async () => {
    await save(`/projects?sector=${SECTOR}&city=${CITY}`);
    await make({ moderation: "draft", publishedAt: null });
    const { id } = await make();
    const before = (await news())[0]?.found.length ?? 0;
    await query((db) =>
      db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, id)),
    );
    expect((await news())[0]?.found.length ?? 0).toBe(before - 1);
    expect(await news({ ...keeper, status: "suspended" } as Member)).toEqual([]);
  });

  test("members and activities too, as far as they are shown", async () => {
    await save(`/members?sector=tourism-hospitality&city=${CITY}`, "Membres");
    await save(`/activities?sector=tourism-hospitality&city=${CITY}`, "Activités");
    const values = { sectors: ["tourism-hospitality"], cities: [CITY] };
    const newcomer = await transaction((tx) => makeMember(tx, values));
    const hidden = { ...values, visibility: { sectors: "self", cities: "self" } } as const;
    await transaction((tx) => makeMember(tx, hidden));
    const seen = await transaction((tx) =>
      makeActivity(tx, newcomer.memberId, { ...values, visibility: "members" }),
    );
    await transaction((tx) =>
      makeActivity(tx, newcomer.memberId, { ...values, visibility: "self" }),
    );
    expect((await news()).map(({ name, found }) => [name, found.map(({ to }) => to)])).toEqual([
      ["Activités", [`/activities/${seen.slug}`]],
      ["Membres", [`/members/${newcomer.memberSlug}`]],
    ]);
  });
});
