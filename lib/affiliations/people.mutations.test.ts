import { and, eq, like } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { members } from "@/db/schema/members";
import {
  addPerson,
  chooseMain,
  handOver,
  leaveOrganisation,
  removePerson,
  setPosition,
  stepDown,
} from "./people.mutations";
import { lockRoster } from "./roster.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const member = (
  ...values: [Parameters<typeof makeMember>[1]?, Parameters<typeof makeMember>[2]?]
) => transaction((tx) => makeMember(tx, ...values));

/** The first is its manager. */
async function organisation(people: Member[], name = "Atelier Montclair"): Promise<string> {
  return transaction(async (tx) => {
    const { id } = await makeOrganisation(tx, { name: { fr: name } });
    const roster = await lockRoster(tx, id);
    for (const [index, one] of people.entries()) {
      const role = index === 0 ? "manager" : "person";
      await addPerson(tx, one, { roster, memberId: one.memberId, role });
    }
    return id;
  });
}

const run = <T>(
  verb: (tx: Transaction, viewer: Member, input: { organisationId: string }) => Promise<T>,
  viewer: Member,
  organisationId: string,
) => transaction((tx) => verb(tx, viewer, { organisationId }));

const give = (viewer: Member, organisationId: string, heir: Member, steppingDown = false) =>
  transaction((tx) =>
    handOver(tx, viewer, { organisationId, memberId: heir.memberId, steppingDown }),
  );

async function roles(organisationId: string): Promise<Record<string, string>> {
  const { memberId, role } = affiliations;
  const rows = await query((db) =>
    db
      .select({ memberId, role })
      .from(affiliations)
      .where(eq(affiliations.organisationId, organisationId)),
  );
  return Object.fromEntries(rows.map((row) => [row.memberId, row.role]));
}

async function mainOf(who: Member): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ id: affiliations.organisationId })
      .from(affiliations)
      .where(and(eq(affiliations.memberId, who.memberId), affiliations.isMain)),
  );
  return rows.map(({ id }) => id);
}

async function isFoundBy(who: Member, word: string): Promise<boolean> {
  const rows = await query((db) =>
    db
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.id, who.memberId), like(members.searchMembers, `%${word}%`))),
  );
  return rows.length > 0;
}

const kindsTo = async (who: Member) => (await toldTo(who)).map(({ kind }) => kind);

async function lastEvent(who: Member) {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, actor: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, who.memberId))
      .orderBy(auditEvents.id),
  );
  return rows.at(-1);
}

describe("one's own place", () => {
  test("the function in up to three languages", async () => {
    const [one, stranger] = await Promise.all([member(), member()]);
    const organisationId = await organisation([one]);
    const position = { fr: "Directrice", zh: "总经理" };
    await transaction((tx) => setPosition(tx, one, { organisationId, position }));
    const [row] = await query((db) =>
      db
        .select({ position: affiliations.position })
        .from(affiliations)
        .where(eq(affiliations.memberId, one.memberId)),
    );
    expect(row?.position).toEqual(position);
    expect(await lastEvent(one)).toMatchObject({ name: "affiliation.position-set" });
    await expect(
      transaction((tx) => setPosition(tx, stranger, { organisationId, position })),
    ).rejects.toMatchObject({ code: "notFound" });
  });

  test("the main organisation is chosen, one at most, and found by its name", async () => {
    const [one, stranger] = await Promise.all([member(), member()]);
    const first = await organisation([one], "Première Quenelle");
    const second = await organisation([one], "Seconde Bugne");
    expect(await mainOf(one)).toEqual([first]);
    expect(await isFoundBy(one, "quenelle")).toBe(true);
    await run(chooseMain, one, second);
    expect(await mainOf(one)).toEqual([second]);
    expect(await isFoundBy(one, "quenelle")).toBe(false);
    expect(await isFoundBy(one, "bugne")).toBe(true);
    expect(await lastEvent(one)).toMatchObject({ name: "affiliation.main-chosen" });
    await expect(run(chooseMain, stranger, second)).rejects.toMatchObject({ code: "notFound" });
    await Promise.all([run(chooseMain, one, first), run(chooseMain, one, second)]);
    expect(await mainOf(one)).toHaveLength(1);
  });

  test("joining two organisations at once leaves one main one", async () => {
    for (let round = 0; round < 10; round++) {
      const one = await member();
      await Promise.all([organisation([one]), organisation([one])]);
      expect(await mainOf(one)).toHaveLength(1);
    }
  });
});

describe("leaving", () => {
  test("a person leaves: the managers are told, the oldest other organisation becomes the main one", async () => {
    const [manager, one] = await Promise.all([member(), member()]);
    const left = await organisation([manager, one], "Ancienne Bugne");
    const kept = await organisation([one], "Vieille Quenelle");
    await organisation([one], "Jeune Praline");
    expect(await run(leaveOrganisation, one, left)).toMatchObject({
      isEmpty: false,
      isFound: true,
    });
    expect(await roles(left)).toEqual({ [manager.memberId]: "manager" });
    expect(await mainOf(one)).toEqual([kept]);
    expect(await isFoundBy(one, "bugne")).toBe(false);
    expect(await isFoundBy(one, "quenelle")).toBe(true);
    expect(await kindsTo(manager)).toEqual(["personLeft"]);
    expect(await lastEvent(one)).toEqual({ name: "affiliation.left", actor: one.accountId });
  });

  test("the only manager hands over first; the last person leaves it empty", async () => {
    const [manager, one] = await Promise.all([member(), member()]);
    const id = await organisation([manager, one], "Vide Bugne");
    await expect(run(leaveOrganisation, manager, id)).rejects.toMatchObject({
      code: "lastManager",
    });
    await run(leaveOrganisation, one, id);
    expect(await run(leaveOrganisation, manager, id)).toMatchObject({ isEmpty: true });
    expect(await roles(id)).toEqual({});
    expect(await isFoundBy(manager, "bugne")).toBe(false);
    await expect(run(leaveOrganisation, manager, id)).rejects.toMatchObject({ code: "notFound" });
  });

  test("two managers leaving at once, twenty times: one stays with the colleague", async () => {
    for (let round = 0; round < 20; round++) {
      const [one, two, colleague] = await Promise.all([member(), member(), member()]);
      const id = await organisation([one, two, colleague]);
      await give(one, id, two);
      const tries = await Promise.allSettled([
        run(leaveOrganisation, one, id),
        run(leaveOrganisation, two, id),
      ]);
      const lost = tries.flatMap((each) => (each.status === "rejected" ? each.reason.code : []));
      expect(lost).toEqual(["lastManager"]);
      expect(Object.values(await roles(id)).sort()).toEqual(["manager", "person"]);
    }
  });

  test("two managers stepping down at once, twenty times: one stays", async () => {
    for (let round = 0; round < 20; round++) {
      const [one, two] = await Promise.all([member(), member()]);
      const id = await organisation([one, two]);
      await give(one, id, two);
      await Promise.allSettled([run(stepDown, one, id), run(stepDown, two, id)]);
      expect(Object.values(await roles(id)).sort()).toEqual(["manager", "person"]);
    }
  });
});

describe("handing over and taking off", () => {
  test("a colleague becomes a manager, and the one who hands over may step down in the same act", async () => {
    const [manager, heir, next] = await Promise.all([member(), member(), member()]);
    const id = await organisation([manager, heir, next]);
    await give(manager, id, heir);
    expect(await roles(id)).toMatchObject({
      [manager.memberId]: "manager",
      [heir.memberId]: "manager",
    });
    expect(await kindsTo(heir)).toEqual(["madeManager"]);
    expect(await lastEvent(heir)).toEqual({
      name: "affiliation.handed-over",
      actor: manager.accountId,
    });
    await give(manager, id, next, true);
    expect(await roles(id)).toMatchObject({
      [manager.memberId]: "person",
      [next.memberId]: "manager",
    });
  });

  test("not to a stranger or to somebody suspended; not by a person", async () => {
    const [manager, gone, person, stranger] = await Promise.all([
      member(),
      member(),
      member(),
      member(),
    ]);
    const id = await organisation([manager, gone, person]);
    await suspend(gone);
    for (const heir of [stranger, gone, manager]) {
      await expect(give(manager, id, heir)).rejects.toMatchObject({ code: "moveNotAllowed" });
    }
    for (const who of [person, stranger]) {
      await expect(give(who, id, person)).rejects.toMatchObject({ code: "notFound" });
    }
  });

  test("a manager alone does not step down", async () => {
    const [manager, person] = await Promise.all([member(), member()]);
    const id = await organisation([manager, person]);
    await expect(run(stepDown, manager, id)).rejects.toMatchObject({ code: "lastManager" });
    await expect(run(stepDown, person, id)).rejects.toMatchObject({ code: "notFound" });
    await give(manager, id, person);
    await run(stepDown, manager, id);
    expect(await lastEvent(manager)).toMatchObject({ name: "affiliation.stepped-down" });
  });

  test("a person is taken off and told; a manager is not", async () => {
    const [manager, other, person] = await Promise.all([
      member(),
      member(),
      member({}, { locale: "zh" }),
    ]);
    const id = await organisation([manager, other, person], "Ôtée Bugne");
    await give(manager, id, other);
    const off = (viewer: Member, { memberId }: Member) =>
      transaction((tx) => removePerson(tx, viewer, { organisationId: id, memberId }));
    await expect(off(manager, other)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await expect(off(person, person)).rejects.toMatchObject({ code: "notFound" });
    await off(manager, person);
    expect(Object.keys(await roles(id))).not.toContain(person.memberId);
    expect(await isFoundBy(person, "bugne")).toBe(false);
    expect(await kindsTo(person)).toEqual(["personRemoved"]);
    expect(await lastEvent(person)).toEqual({
      name: "affiliation.removed",
      actor: manager.accountId,
    });
    await expect(off(manager, person)).rejects.toMatchObject({ code: "moveNotAllowed" });
  });
});

async function suspend({ accountId }: Member): Promise<void> {
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
  );
}
