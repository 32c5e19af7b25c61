import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { createOrganisation, type OrganisationInput } from "./mutations";
import type { OrganisationContent } from "./organisation-content";

type Member = Awaited<ReturnType<typeof makeMember>>;

let agathe: Member;
let lin: Member;
let moderator: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    agathe = await makeMember(tx);
    lin = await makeMember(tx);
    moderator = await makeAccount(tx, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const content: Omit<OrganisationContent, "visibility"> = {
  name: { fr: "Soierie" },
  description: { fr: "Tissage", en: "Weaving" },
  originalLocale: "fr",
  kind: "sme",
  size: "10-49",
  sectors: ["textile-fashion"],
  country: "fr",
  place: "lyon-1",
  sites: ["guangzhou"],
  founded: 1921,
  website: null,
  siren: null,
  siret: null,
  vat: null,
  uscc: null,
  parentUscc: null,
};

/** A name that nobody has yet. */
const fresh = () => ({ fr: `Soierie ${crypto.randomUUID()}` });

const input = (change: Partial<OrganisationInput>): OrganisationInput => ({
  ...content,
  name: fresh(),
  ...change,
});

const create = (viewer: Viewer, change: Partial<OrganisationInput>, managerId: string) =>
  transaction((tx) => createOrganisation(tx, viewer, input(change), managerId));

const refusedWith = (code: string, field?: string) => ({ code, ...(field && { field }) });

async function readRow(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        name: organisations.name,
        vat: organisations.vat,
        uscc: organisations.uscc,
        visibility: organisations.visibility,
      })
      .from(organisations)
      .where(eq(organisations.id, id)),
  );
  return row;
}

const eventsOf = (id: string) =>
  query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );

const placesOf = (memberId: string, organisationId: string) =>
  query((db) =>
    db
      .select({ role: affiliations.role, isMain: affiliations.isMain })
      .from(affiliations)
      .where(
        and(eq(affiliations.memberId, memberId), eq(affiliations.organisationId, organisationId)),
      ),
  );

describe("creating an organisation", () => {
  test("makes its manager, whose main one it becomes, and leaves an event", async () => {
    const eve = await transaction((tx) => makeMember(tx));
    const { id, slug } = await create(eve, { name: { fr: "Atelier Ève & Cie" } }, eve.memberId);
    expect(slug).toBe("atelier-eve-cie");
    expect(await placesOf(eve.memberId, id)).toEqual([{ role: "manager", isMain: true }]);
    expect(await eventsOf(id)).toEqual([
      { name: "organisation.created", actorId: eve.accountId, data: { organisation: slug } },
    ]);
    const second = await create(eve, {}, eve.memberId);
    expect(await placesOf(eve.memberId, second.id)).toEqual([{ role: "manager", isMain: false }]);
    const [found] = await query((db) =>
      db.select({ text: members.searchMembers }).from(members).where(eq(members.id, eve.memberId)),
    );
    expect(found?.text).toContain(" atelier ");
  });

  test("leaves the manager's main one theirs while it is taken down", async () => {
    const eve = await transaction((tx) => makeMember(tx));
    const first = await create(eve, {}, eve.memberId);
    const isFirst = eq(organisations.id, first.id);
    await query((db) => db.update(organisations).set({ hiddenAt: new Date() }).where(isFirst));
    const second = await create(eve, {}, eve.memberId);
    expect(await placesOf(eve.memberId, first.id)).toEqual([{ role: "manager", isMain: true }]);
    expect(await placesOf(eve.memberId, second.id)).toEqual([{ role: "manager", isMain: false }]);
  });

  test.each<[string, Partial<OrganisationInput>, object]>([
    ["a company is for members", {}, { visibility: "members" }],
    ["an institution is public", { kind: "cluster" }, { visibility: "public" }],
    ["unless said otherwise", { kind: "cluster", visibility: "team" }, { visibility: "team" }],
    ["the VAT number follows", { siren: "732829320" }, { vat: "FR44732829320" }],
    ["not of an institution", { kind: "association", siren: "443061841" }, { vat: null }],
    ["a number of another country is dropped", { uscc: "91350100M000100Y43" }, { uscc: null }],
  ])("%s", async (_case, change, row) => {
    const { id } = await create(agathe, change, agathe.memberId);
    expect(await readRow(id)).toMatchObject(row);
  });

  test("the club team makes one for somebody else, another member does not", async () => {
    const { id } = await create(moderator, {}, lin.memberId);
    expect(await placesOf(lin.memberId, id)).toMatchObject([{ role: "manager" }]);
    await expect(create(agathe, {}, lin.memberId)).rejects.toMatchObject(refusedWith("notFound"));
  });

  test("two first ones at once, by one member in two windows: both stand, one is the main one", async () => {
    for (let round = 0; round < 10; round++) {
      const { memberId, ...founder } = await transaction((tx) => makeMember(tx));
      const both = [{}, {}].map((change) => create({ ...founder, memberId }, change, memberId));
      const made = await Promise.all(both);
      const places = await Promise.all(made.map(({ id }) => placesOf(memberId, id)));
      expect(
        places
          .flat()
          .map(({ isMain }) => isMain)
          .sort(),
      ).toEqual([false, true]);
    }
  });

  test("two of one name have two addresses", async () => {
    const name = { fr: "Deux fois la même" };
    const first = await create(agathe, { name }, agathe.memberId);
    const other = await create(lin, { name, isAnother: true }, lin.memberId);
    expect([first.slug, other.slug]).toEqual(["deux-fois-la-meme", "deux-fois-la-meme-2"]);
  });
});

describe("an organisation that the club knows already", () => {
  beforeAll(async () => {
    const name = { fr: "Soierie Montbrelant", zh: "蒙布勒朗丝织坊" };
    await create(agathe, { name, siren: "552100554" }, agathe.memberId);
  });

  test.each<[string, Partial<OrganisationInput>, string]>([
    ["by its name", { name: { fr: "SARL Soierie Montbrelant" } }, "isAnother"],
    ["in traditional characters", { name: { zh: "蒙布勒朗絲織坊" } }, "isAnother"],
    ["by its number", { siren: "552100554" }, "siren"],
    ["by the number within a SIRET", { kind: "start-up", siret: "55210055400005" }, "siren"],
    ["by that within a VAT number", { kind: "start-up", vat: "FR96552100554" }, "siren"],
    ["by its number, said to be another", { siren: "552100554", isAnother: true }, "siren"],
  ])("%s", async (_case, change, field) => {
    await expect(create(lin, change, lin.memberId)).rejects.toMatchObject(
      refusedWith("organisationExists", field),
    );
  });

  test("two creations at once with one number: one", async () => {
    const uscc = "91350100M000100Y43";
    const chinese = () => create(lin, { country: "cn", uscc, place: null }, lin.memberId);
    const outcomes = await Promise.allSettled([chinese(), chinese(), chinese()]);
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toEqual(
      Array(2).fill(expect.objectContaining(refusedWith("organisationExists", "uscc"))),
    );
  });

  test("two creations at once with one name: one", async () => {
    const name = { fr: "Fabrique du même instant" };
    const outcomes = await Promise.allSettled(
      [agathe, lin].map((one) => create(one, { name }, one.memberId)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("its number on a page out of sight: to write to the club team", async () => {
    const [squatter, administrator] = await transaction(async (tx) => [
      await makeMember(tx),
      await makeAccount(tx, { role: "administrator" }),
    ]);
    const taken = { siren: "479766842", visibility: "self" } as const;
    await create(squatter, taken, squatter.memberId);
    const again = (viewer: Viewer) => create(viewer, { siren: taken.siren }, agathe.memberId);
    for (const viewer of [agathe, moderator]) {
      await expect(again(viewer)).rejects.toMatchObject({
        ...refusedWith("organisationOutOfSight", "siren"),
        values: { contact: "secretariat@example.org" },
      });
    }
    await expect(again(administrator)).rejects.toMatchObject(
      refusedWith("organisationExists", "siren"),
    );
  });

  test("its name on a page out of sight says nothing", async () => {
    const name = fresh();
    await create(agathe, { name, visibility: "self" }, agathe.memberId);
    await create(lin, { name }, lin.memberId);
    await expect(create(agathe, { name }, agathe.memberId)).rejects.toMatchObject(
      refusedWith("organisationExists", "isAnother"),
    );
  });
});
