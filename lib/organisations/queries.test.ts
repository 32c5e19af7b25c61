import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { PAGE_VISIBILITIES, type PageVisibility } from "@/db/enums";
import { makeAccount, makeFile, makeMember, makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listPublicAddresses } from "./addresses.queries";
import { listOrganisations } from "./listing.queries";
import { getLogo } from "./logos.queries";
import { buildOrganisationSearch } from "./names";
import { NO_FILTERS } from "./organisation-filters";
import { canSeeOrganisation } from "./policy";
import { getOrganisation } from "./queries";
import { isNumberOutOfSight, listSimilarOrganisations } from "./similar.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let manager: Member;
let viewers: Record<string, Viewer | null>;
const slugs = {} as Record<PageVisibility, string>;

const mark = crypto.randomUUID().slice(0, 8);
const nameOf = (visibility: PageVisibility) => ({ fr: `Maison ${visibility} ${mark}` });

beforeAll(async () => {
  await transaction(async (tx) => {
    manager = await makeMember(tx);
    viewers = {
      visitor: null,
      suspended: await makeMember(tx, {}, { status: "suspended" }),
      member: await makeMember(tx),
      moderator: await makeAccount(tx, { role: "moderator" }),
      administrator: await makeAccount(tx, { role: "administrator" }),
    };
    for (const visibility of PAGE_VISIBILITIES) {
      const name = nameOf(visibility);
      const search = buildOrganisationSearch({ name, place: "lyon-7", sectors: [] });
      const logoId = await makeFile(tx, { kind: "image", hash: visibility });
      const { slug } = await makeOrganisation(tx, { visibility, name, logoId, ...search });
      slugs[visibility] = slug;
    }
  });
});

afterAll(closeDatabase);

const eyes = ["visitor", "suspended", "member", "moderator", "administrator"];

describe.each(PAGE_VISIBILITIES)("an organisation for %s", (visibility) => {
  test.each(eyes)("through the eyes of the %s, as the policy says", async (who) => {
    const viewer = viewers[who] ?? null;
    const slug = slugs[visibility];
    const isSeen = canSeeOrganisation(viewer, { visibility, role: null });
    const listed = await listOrganisations(
      viewer,
      { ...NO_FILTERS, q: nameOf(visibility).fr },
      "fr",
    );
    expect(listed.cards.map((card) => card.slug)).toEqual(isSeen ? [slug] : []);
    expect((await getOrganisation(viewer, slug)) !== null).toBe(isSeen);
    expect((await getLogo(viewer, slug))?.hash).toBe(isSeen ? visibility : undefined);
  });
});

test("its own people see it whoever else does, and what they are in it", async () => {
  const { slug } = await transaction((tx) =>
    makeOrganisation(tx, { visibility: "self" }, [manager]),
  );
  expect(await getOrganisation(manager, slug)).toMatchObject({ role: "manager", canEdit: true });
  const suspended = { ...manager, status: "suspended" } as const;
  expect(await getOrganisation(suspended, slug)).toBeNull();
});

test("an address that cannot be ours is not looked for", async () => {
  expect(await getOrganisation(manager, "A'; --")).toBeNull();
  expect(await getLogo(manager, "\0")).toBeNull();
});

test("search engines are told of public ones alone", async () => {
  const told = (await listPublicAddresses()).map(({ slug }) => slug);
  expect(PAGE_VISIBILITIES.filter((one) => told.includes(slugs[one]))).toEqual(["public"]);
});

describe("the same organisation under another spelling", () => {
  const known = async (who: string, visibility: PageVisibility) => {
    const names = [`SARL Maison ${visibility.toUpperCase()} ${mark}`];
    const [found] = await listSimilarOrganisations(viewers[who] ?? null, { names }, "fr");
    return found ? found.place : "nothing";
  };

  test.each<[string, Record<PageVisibility, string | null>]>([
    ["visitor", { public: "Lyon 7e", members: null, team: "nothing", self: "nothing" }],
    ["suspended", { public: "Lyon 7e", members: null, team: "nothing", self: "nothing" }],
    ["member", { public: "Lyon 7e", members: "Lyon 7e", team: "nothing", self: "nothing" }],
    ["moderator", { public: "Lyon 7e", members: "Lyon 7e", team: "Lyon 7e", self: "nothing" }],
    ["administrator", { public: "Lyon 7e", members: "Lyon 7e", team: "Lyon 7e", self: "Lyon 7e" }],
  ])("the %s is told %j", async (who, told) => {
    for (const visibility of PAGE_VISIBILITIES) {
      expect(await known(who, visibility)).toBe(told[visibility]);
    }
  });

  test("part of a name tells nothing", async () => {
    const found = await listSimilarOrganisations(manager, { names: ["Maison"] }, "fr");
    expect(found).toEqual([]);
  });

  test("the Chinese name finds the French one, a number finds it however it is written", async () => {
    const name = { fr: `Soierie ${mark}`, zh: "云锦机坊" };
    const search = buildOrganisationSearch({ name, place: null, sectors: [] });
    const { id } = await transaction((tx) =>
      makeOrganisation(tx, { name, ...search, siren: "542051180", place: null }),
    );
    const ask = (names: string[], number?: string) =>
      listSimilarOrganisations(null, { names, number }, "fr");
    for (const typed of ["云锦机坊", "雲錦機坊", "Yun Jin Ji Fang"]) {
      const found = (await ask([typed])).find((one) => one.id === id);
      expect(found).toMatchObject({ by: "name", name: { text: name.fr } });
    }
    for (const typed of ["542 051 180", "FR 59 542 051 180", "542051180"]) {
      expect((await ask([], typed)).map((one) => [one.id, one.by])).toEqual([[id, "number"]]);
    }
    expect(await ask([], "")).toEqual([]);
  });

  test("a number that stands on a page out of sight is known, and nothing else of it is told", async () => {
    const [{ id }, own] = await transaction(async (tx) => {
      const person = await makeMember(tx);
      const values = { visibility: "self", siren: "817263544" } as const;
      return [await makeOrganisation(tx, values, [person]), person];
    });
    const typed = ["817 263 544", "FR20817263544"];
    const tell = (who: Viewer | null) =>
      Promise.all(typed.map((number) => isNumberOutOfSight(who, number)));
    expect(await tell(viewers.member ?? null)).toEqual([true, true]);
    for (const seeing of [own, viewers.administrator ?? null]) {
      expect(await tell(seeing)).toEqual([false, false]);
      const found = await listSimilarOrganisations(seeing, { names: [], number: typed[0] }, "fr");
      expect(found.map((one) => one.id)).toEqual([id]);
    }
    expect(await isNumberOutOfSight(viewers.member ?? null, "")).toBe(false);
    expect(await isNumberOutOfSight(viewers.member ?? null, "732 829 320")).toBe(false);
  });
});

test("one made from public sources says so until somebody manages it", async () => {
  const { id, slug } = await transaction((tx) =>
    makeOrganisation(tx, { visibility: "public", isFromSources: true }),
  );
  const isSaid = async () => (await getOrganisation(null, slug))?.isFromSources;
  const own = { memberId: manager.memberId, organisationId: id, isMain: false };
  await query((db) => db.insert(affiliations).values({ ...own, role: "person" }));
  expect(await isSaid()).toBe(true);
  const isHere = eq(affiliations.organisationId, id);
  await query((db) => db.update(affiliations).set({ role: "manager" }).where(isHere));
  expect(await isSaid()).toBe(false);
  // The founding list counts all that are.
  const isIt = eq(organisations.id, id);
  await query((db) => db.update(organisations).set({ isFromSources: false }).where(isIt));
});
