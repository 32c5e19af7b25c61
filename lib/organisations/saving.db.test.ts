import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { requestAffiliation } from "@/lib/affiliations/mutations";
import { leaveOrganisation } from "@/lib/affiliations/people.mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { removeOrganisation, saveOrganisation } from "./mutations";
import type { OrganisationContent } from "./organisation-content";
import { getOrganisation } from "./queries";

let moderator: Viewer;
let administrator: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    moderator = await makeAccount(tx, { role: "moderator" });
    administrator = await makeAccount(tx, { role: "administrator" });
  });
});

afterAll(closeDatabase);

const content: OrganisationContent = {
  name: { fr: "Soierie" },
  description: { fr: "Tissage", en: "Weaving" },
  originalLocale: "fr",
  kind: "sme",
  size: "10-49",
  sectors: ["textile-fashion"],
  country: "other",
  place: "lyon-1",
  sites: ["guangzhou"],
  founded: 1921,
  website: null,
  siren: null,
  siret: null,
  vat: null,
  uscc: null,
  parentUscc: null,
  visibility: "members",
};

/** A name that nobody has yet. */
const fresh = () => ({ fr: `Soierie ${crypto.randomUUID()}` });

const refusedWith = (code: string, field?: string) => ({ code, ...(field && { field }) });

/** An organisation with a manager and another person. */
const made = () =>
  transaction(async (tx) => {
    const manager = await makeMember(tx);
    const person = await makeMember(tx);
    const values = { name: fresh(), description: content.description };
    return { manager, person, ...(await makeOrganisation(tx, values, [manager, person])) };
  });

const makeOne = () => transaction((tx) => makeMember(tx));

async function readRow(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        name: organisations.name,
        stale: organisations.stale,
        version: organisations.version,
      })
      .from(organisations)
      .where(eq(organisations.id, id)),
  );
  return row;
}

const placesOf = (memberId: string) =>
  query((db) =>
    db
      .select({ id: affiliations.organisationId, isMain: affiliations.isMain })
      .from(affiliations)
      .where(eq(affiliations.memberId, memberId)),
  );

describe("saving an organisation", () => {
  const save = (
    viewer: Viewer,
    { id, version }: { id: string; version: number },
    change: Partial<OrganisationContent> = {},
    more: { confirmed?: string[]; isAnother?: boolean } = {},
  ) =>
    transaction((tx) =>
      saveOrganisation(tx, viewer, {
        organisationId: id,
        version,
        content: { ...content, name: fresh(), ...change },
        ...more,
      }),
    );

  test("its manager and an administrator do, and its people are found by the new name", async () => {
    const { manager, person, ...organisation } = await made();
    await save(manager, organisation, { name: { fr: "Nouveau nom" } });
    await save(administrator, { ...organisation, version: 2 }, { name: { fr: "Tout autre nom" } });
    expect(await readRow(organisation.id)).toMatchObject({ version: 3 });
    expect(await eventsOn(organisation.id)).toEqual(Array(2).fill("organisation.saved"));
    const found = await query((db) =>
      db
        .select({ id: members.id })
        .from(members)
        .where(
          and(eq(members.id, person.memberId), sql`${members.searchMembers} like '% autre nom %'`),
        ),
    );
    expect(found).toHaveLength(1);
  });

  test("a person of it, a moderator and anybody else do not", async () => {
    const { manager, person, ...organisation } = await made();
    const strangers = [person, moderator, await makeOne(), { ...manager, status: "suspended" }];
    for (const viewer of strangers as Viewer[]) {
      await expect(save(viewer, organisation)).rejects.toMatchObject(refusedWith("notFound"));
    }
  });

  test("a translation grows old with its original, unless it is confirmed", async () => {
    const { manager, ...organisation } = await made();
    const description = { ...content.description, fr: "Tissage et teinture" };
    await save(manager, organisation, { description });
    expect((await readRow(organisation.id))?.stale).toEqual({ description: ["en"] });
    const again = { ...organisation, version: 2 };
    await save(manager, again, { description }, { confirmed: ["description.en"] });
    expect((await readRow(organisation.id))?.stale).toEqual({});
  });

  test("whoever saves second is told", async () => {
    const { manager, ...organisation } = await made();
    const outcomes = await Promise.allSettled(
      [manager, administrator].map((viewer) => save(viewer, organisation)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const loser = outcomes.find((one) => one.status === "rejected");
    expect(loser?.reason).toMatchObject(refusedWith("conflict"));
  });

  test("the name of another one is refused, one's own is not", async () => {
    const taken = await made();
    const other = fresh();
    await save(taken.manager, taken, { name: other });
    const { manager, ...organisation } = await made();
    const own = fresh();
    await save(manager, organisation, { name: own });
    await save(manager, { ...organisation, version: 2 }, { name: own });
    const again = { ...organisation, version: 3 };
    await expect(save(manager, again, { name: other })).rejects.toMatchObject(
      refusedWith("organisationExists", "isAnother"),
    );
    await save(manager, again, { name: other }, { isAnother: true });
  });
});

test("a Chinese name in a Latin field stays there until it is changed", async () => {
  const manager = await makeOne();
  const name = { fr: `广州丝桥${crypto.randomUUID().replace(/[a-z-]/g, "")}` };
  const { id } = await transaction((tx) => makeOrganisation(tx, { name }, [manager]));
  const save = async (version: number, typed: OrganisationContent["name"]) => {
    const input = { organisationId: id, version, content: { ...content, name: typed } };
    await transaction((tx) => saveOrganisation(tx, manager, input));
    return (await readRow(id))?.name;
  };
  expect(await save(1, name)).toEqual(name);
  expect(await save(2, { fr: `${name.fr}公司` })).toEqual({ zh: `${name.fr}公司` });
});

test.each(["team", "self"] as const)(
  "one for %s whose last person has left is opened by an administrator, and then claimed",
  async (visibility) => {
    const [stranger, last] = [await makeOne(), await makeOne()];
    const { id, slug, version } = await transaction((tx) =>
      makeOrganisation(tx, { name: fresh(), visibility }, [last]),
    );
    await transaction((tx) => leaveOrganisation(tx, last, { organisationId: id }));
    const claim = () =>
      transaction((tx) =>
        requestAffiliation(tx, stranger, { organisationId: id, kind: "claim", words: "" }),
      );
    await expect(claim()).rejects.toMatchObject(refusedWith("notFound"));
    expect(await getOrganisation(administrator, slug)).toMatchObject({ canEdit: true });
    const opened = { ...content, name: fresh() };
    const input = { organisationId: id, version, content: opened };
    await transaction((tx) => saveOrganisation(tx, administrator, input));
    await claim();
  },
);

describe("removing an organisation", () => {
  const remove = (viewer: Viewer, { id, version }: { id: string; version: number }) =>
    transaction((tx) => removeOrganisation(tx, viewer, { organisationId: id, version }));
  const alone = async () => {
    const manager = await makeOne();
    const organisation = await transaction((tx) =>
      makeOrganisation(tx, { name: fresh() }, [manager]),
    );
    return { manager, ...organisation };
  };

  test("its only manager does; the event stays, another one becomes their main one", async () => {
    const { manager, ...first } = await alone();
    const { memberId } = manager;
    const second = await transaction(async (tx) => {
      const other = await makeOrganisation(tx, { name: fresh() });
      await tx.insert(affiliations).values({ memberId, organisationId: other.id, isMain: false });
      return other;
    });
    await remove(manager, first);
    expect(await readRow(first.id)).toBeUndefined();
    expect(await eventsOn(first.id)).toEqual(["organisation.removed"]);
    expect(await placesOf(memberId)).toEqual([{ id: second.id, isMain: true }]);
  });

  test("two at once, in two windows: the third becomes the main one", async () => {
    for (let round = 0; round < 10; round++) {
      const { manager, ...first } = await alone();
      const { memberId } = manager;
      const join = (organisationId: string, role: "manager" | "person") =>
        query((db) =>
          db.insert(affiliations).values({ memberId, organisationId, role, isMain: false }),
        );
      const makeOther = () => transaction((tx) => makeOrganisation(tx, { name: fresh() }));
      const [second, third] = [await makeOther(), await makeOther()];
      await join(second.id, "manager");
      await join(third.id, "person");
      await Promise.all([remove(manager, first), remove(manager, second)]);
      expect(await placesOf(memberId)).toEqual([{ id: third.id, isMain: true }]);
    }
  });

  test("not while somebody else belongs to it", async () => {
    const { manager, ...organisation } = await made();
    for (const viewer of [manager, administrator]) {
      await expect(remove(viewer, organisation)).rejects.toMatchObject(
        refusedWith("organisationInUse"),
      );
    }
    expect(await readRow(organisation.id)).toBeDefined();
  });

  test("not while an activity belongs to it", async () => {
    const { manager, ...organisation } = await alone();
    await transaction((tx) =>
      makeActivity(tx, manager.memberId, { organisationId: organisation.id }),
    );
    await expect(remove(manager, organisation)).rejects.toMatchObject(
      refusedWith("organisationInUse"),
    );
  });

  test("the wrong person and a stale page are refused", async () => {
    const { manager, ...organisation } = await alone();
    for (const viewer of [moderator, await makeOne()]) {
      await expect(remove(viewer, organisation)).rejects.toMatchObject(refusedWith("notFound"));
    }
    await expect(remove(manager, { ...organisation, version: 7 })).rejects.toMatchObject(
      refusedWith("conflict"),
    );
  });
});
