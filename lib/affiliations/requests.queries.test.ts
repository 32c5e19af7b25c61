import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { makeMember, makeOrganisation } from "@/db/factories";
import { requestOf } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests } from "@/db/schema/affiliations";
import { changeRole } from "../accounts/mutations";
import { inviteColleague } from "./invitations.mutations";
import { isOwnAddress, listOpenInvitations } from "./invitations.queries";
import { acceptRequest, requestAffiliation } from "./mutations";
import { handOver } from "./people.mutations";
import {
  countWaitingClaims as countClaims,
  findOwnRequest,
  getClaim,
  listOpenRequests,
  listWaitingClaims,
} from "./requests.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let stranger: Member;
let moderator: Member;

beforeAll(async () => {
  [stranger, moderator] = await Promise.all([member(), member({}, { role: "moderator" })]);
});

afterAll(closeDatabase);

const member = (
  values: Parameters<typeof makeMember>[1] = {},
  account: Parameters<typeof makeMember>[2] = {},
) => transaction((tx) => makeMember(tx, values, account));

const organisation = (people: Member[]) => transaction((tx) => makeOrganisation(tx, {}, people));

const ask = (who: Member, organisationId: string, kind: "join" | "claim" = "join") =>
  transaction((tx) =>
    requestAffiliation(tx, who, { organisationId, kind, words: "Quelques mots" }),
  );

const countWaitingClaims = async (viewer: Parameters<typeof countClaims>[0]) =>
  (await query((db) => countClaims(viewer, db)))[0]?.total ?? Number.NaN;

const suspend = ({ accountId }: Member) =>
  query((db) => db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)));

const giveRole = ({ accountId }: Member, role: Role) =>
  transaction(async (tx) => {
    const admin = await makeMember(tx, {}, { role: "administrator" });
    const [account] = await tx
      .select({ version: accounts.version })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    await changeRole(tx, admin, { accountId, version: account?.version ?? 0, role });
  });

describe("requests for a manager", () => {
  test("those of the organisations they manage, oldest first; nobody else's", async () => {
    const [manager, person, one, two] = await Promise.all([
      member(),
      member(),
      member({ nameZh: "林舟", jobTitle: { fr: "Tisseur" } }),
      member({
        nameZh: "藏名",
        visibility: { nameZh: "team", jobTitle: "self" },
        jobTitle: { fr: "Tue" },
      }),
    ]);
    const [{ id }, other] = await Promise.all([
      organisation([manager, person]),
      organisation([stranger]),
    ]);
    await ask(one, id);
    await ask(two, id);
    await ask(one, other.id);
    expect(await listOpenRequests(manager, "zh")).toMatchObject([
      {
        kind: "join",
        words: "Quelques mots",
        person: { name: { text: "林舟" }, jobTitle: { text: "Tisseur" } },
      },
      { person: { name: { text: "Camille Montclair", other: null }, jobTitle: null } },
    ]);
    expect(await listOpenRequests(manager, "fr", other.id)).toEqual([]);
    for (const who of [person, moderator, { ...manager, status: "suspended" as const }]) {
      expect(await listOpenRequests(who, "fr")).toEqual([]);
    }
    await suspend(two);
    expect(await listOpenRequests(manager, "zh")).toMatchObject([
      { person: { name: { text: "林舟" } } },
    ]);
  });

  test("one's own request, open ones only", async () => {
    const [manager, one] = await Promise.all([member(), member()]);
    const { id } = await organisation([manager]);
    expect(await findOwnRequest(one, id)).toBeNull();
    await ask(one, id);
    expect(await findOwnRequest(one, id)).toMatchObject({ kind: "join" });
    expect(await findOwnRequest(manager, id)).toBeNull();
  });
});

describe("requests for the club team", () => {
  test("where nobody active manages; for the team alone", async () => {
    const [one, manager, gone] = await Promise.all([member(), member(), member()]);
    const [vacant, managed, left] = await Promise.all([
      organisation([]),
      organisation([manager]),
      organisation([gone]),
    ]);
    await ask(one, left.id);
    await suspend(gone);
    const before = await countWaitingClaims(moderator);
    await ask(one, vacant.id, "claim");
    await ask(one, managed.id);
    expect(await countWaitingClaims(moderator)).toBe(before + 1);
    const claims = await listWaitingClaims(moderator);
    expect(claims).toHaveLength(before + 1);
    const here = claims.map(({ organisationId }) => organisationId);
    expect(here).toEqual(expect.arrayContaining([vacant.id, left.id]));
    expect(here).not.toContain(managed.id);
    const [first] = claims;
    if (!first) throw new Error("no claim waits");
    const { state: _, decidedBy: _by, decidedAt: _at, ...shown } = first;
    expect(await getClaim(moderator, first.id, "fr")).toEqual({ ...shown, answer: null });
    for (const who of [stranger, manager, null]) {
      expect(await countWaitingClaims(who)).toBe(0);
      expect(await listWaitingClaims(who)).toEqual([]);
      expect(await getClaim(who, first.id, "fr")).toBeNull();
    }
  });

  test("once the team has answered, its colleagues read what and who; a manager's answers they do not", async () => {
    const [one, two, colleague, manager] = await Promise.all([
      member(),
      member(),
      member({}, { role: "moderator" }),
      member({}, { role: "moderator" }),
    ]);
    const [vacant, managed] = await Promise.all([organisation([]), organisation([manager])]);
    await ask(one, vacant.id, "claim");
    await ask(two, vacant.id, "claim");
    const [first, second] = await Promise.all([requestOf(one), requestOf(two)]);
    await transaction((tx) => acceptRequest(tx, moderator, first));
    for (const [{ requestId }, state] of [
      [first, "accepted"],
      [second, "declined"],
    ] as const) {
      const claim = await getClaim(colleague, requestId, "fr");
      expect(claim?.answer).toEqual({ state, by: "Camille Montclair", at: expect.any(Date) });
      expect(await getClaim(stranger, requestId, "fr")).toBeNull();
    }
    await ask(one, managed.id);
    const asked = await query((db) =>
      db
        .select({ requestId: affiliationRequests.id })
        .from(affiliationRequests)
        .where(eq(affiliationRequests.organisationId, managed.id)),
    );
    for (const input of asked) {
      expect(await getClaim(colleague, input.requestId, "fr")).toBeNull();
      await transaction((tx) => acceptRequest(tx, manager, input));
      expect(await getClaim(colleague, input.requestId, "fr")).toBeNull();
    }
    expect(asked).toHaveLength(1);
  });
});

test("an answer of the club team stays what it was when who gave it leaves the team, or comes to it later", async () => {
  const [one, two, leaver, comer, heir] = await Promise.all([
    member(),
    member(),
    member({}, { role: "moderator" }),
    member(),
    member(),
  ]);
  const [vacant, managed] = await Promise.all([organisation([]), organisation([comer, heir])]);
  await ask(one, vacant.id, "claim");
  await ask(two, managed.id);
  const [theirs, comers] = await Promise.all([requestOf(one), requestOf(two)]);
  await transaction((tx) => acceptRequest(tx, leaver, theirs));
  await transaction((tx) => acceptRequest(tx, comer, comers));
  await transaction((tx) =>
    handOver(tx, comer, {
      organisationId: managed.id,
      memberId: heir.memberId,
      steppingDown: true,
    }),
  );
  await giveRole(leaver, "member");
  await giveRole(comer, "moderator");
  expect(await getClaim(moderator, theirs.requestId, "fr")).toMatchObject({
    answer: { state: "accepted", by: "Camille Montclair" },
  });
  expect(await getClaim(moderator, comers.requestId, "fr")).toBeNull();
});

describe("invitations", () => {
  test("the open ones, for the managers alone", async () => {
    const [manager, person] = await Promise.all([member(), member()]);
    const { id } = await organisation([manager, person]);
    const email = `${randomUUID()}@example.org`;
    await transaction((tx) =>
      inviteColleague(tx, manager, { organisationId: id, email, locale: "zh", role: "person" }),
    );
    expect(await listOpenInvitations(manager, id)).toMatchObject([{ email, locale: "zh" }]);
    for (const who of [person, stranger, moderator]) {
      expect(await listOpenInvitations(who, id)).toEqual([]);
    }
  });

  test("whose address was invited", async () => {
    const email = `${randomUUID()}@example.org`;
    const one = await member({}, { email });
    expect(await isOwnAddress(one, email)).toBe(true);
    expect(await isOwnAddress(stranger, email)).toBe(false);
  });
});
