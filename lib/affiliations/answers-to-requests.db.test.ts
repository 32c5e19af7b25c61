import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo, placesOf, requestOf } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { auditDetails } from "@/db/schema/audit";
import { members } from "@/db/schema/members";
import { acceptRequest, declineRequest, requestAffiliation, withdrawRequest } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let moderator: Member;

beforeAll(async () => {
  moderator = await member({}, { role: "moderator" });
});

afterAll(closeDatabase);

function member(...values: [Parameters<typeof makeMember>[1]?, Parameters<typeof makeMember>[2]?]) {
  return transaction((tx) => makeMember(tx, ...values));
}

const organisation = (people: Member[], values: Parameters<typeof makeOrganisation>[1] = {}) =>
  transaction((tx) => makeOrganisation(tx, values, people));

const ask = (who: Member, organisationId: string, kind: "join" | "claim" = "join", words = "") =>
  transaction((tx) => requestAffiliation(tx, who, { organisationId, kind, words }));

const accept = (who: Member, requestId: string) =>
  transaction((tx) => acceptRequest(tx, who, { requestId }));

const decline = (who: Member, requestId: string, words = "") =>
  transaction((tx) => declineRequest(tx, who, { requestId, words }));

describe("the answer to a request", () => {
  test("yes makes the asker a person of it: their main one, by whose name they are found", async () => {
    const [manager, asker] = await Promise.all([member(), member({}, { locale: "en" })]);
    const { id } = await organisation([manager], { name: { fr: "Atelier Quenelle" } });
    await ask(asker, id);
    await accept(manager, (await requestOf(asker)).requestId);
    expect(await placesOf(asker)).toEqual([{ organisationId: id, role: "person", isMain: true }]);
    expect(await requestOf(asker)).toMatchObject({
      state: "accepted",
      decidedBy: manager.accountId,
    });
    expect(await mailsTo(asker)).toMatchObject([{ kind: "requestAccepted", locale: "en" }]);
    expect(await eventsOn(asker.memberId)).toEqual([
      "affiliation.requested",
      "affiliation.added",
      "request.accepted",
    ]);
    const found = await query((db) =>
      db
        .select({ id: members.id })
        .from(members)
        .where(and(eq(members.id, asker.memberId), like(members.searchMembers, "%quenelle%"))),
    );
    expect(found).toHaveLength(1);
  });

  test("a second organisation does not take the place of the main one", async () => {
    const [manager, asker] = await Promise.all([member(), member()]);
    await organisation([asker]);
    const { id } = await organisation([manager]);
    await ask(asker, id);
    await accept(manager, (await requestOf(asker)).requestId);
    expect((await placesOf(asker)).find((one) => one.organisationId === id)?.isMain).toBe(false);
  });

  test("no is told with the manager's words, which the trail keeps apart", async () => {
    const [manager, asker] = await Promise.all([member(), member({}, { locale: "zh" })]);
    const { id } = await organisation([manager]);
    await ask(asker, id);
    const { requestId } = await requestOf(asker);
    await decline(manager, requestId, "Nous ne nous connaissons pas.");
    expect(await placesOf(asker)).toEqual([]);
    expect(await mailsTo(asker)).toMatchObject([
      {
        kind: "requestDeclined",
        locale: "zh",
        data: { words: "Nous ne nous connaissons pas." },
      },
    ]);
    const details = await query((db) =>
      db
        .select({ personal: auditDetails.personal })
        .from(auditDetails)
        .where(eq(auditDetails.accountId, asker.accountId)),
    );
    expect(details).toEqual([{ personal: { words: "Nous ne nous connaissons pas." } }]);
  });
});

describe("who decides, and when", () => {
  test("two managers at once, twenty times: one decision, the second is told", async () => {
    const [one, two] = await Promise.all([member(), member()]);
    const { id } = await organisation([one, two]);
    await query((db) =>
      db.update(affiliations).set({ role: "manager" }).where(eq(affiliations.organisationId, id)),
    );
    for (let round = 0; round < 20; round++) {
      const asker = await member();
      await ask(asker, id);
      const { requestId } = await requestOf(asker);
      const tries = await Promise.allSettled([accept(one, requestId), decline(two, requestId)]);
      const lost = tries.flatMap((each) => (each.status === "rejected" ? each.reason.code : []));
      expect(lost).toEqual(["alreadyDecided"]);
      const isIn = tries[0]?.status === "fulfilled";
      expect(await placesOf(asker)).toHaveLength(isIn ? 1 : 0);
      expect(await mailsTo(asker)).toHaveLength(1);
    }
  });

  test("strangers, persons and the asker do not decide; the club team only where nobody manages", async () => {
    const [manager, person, asker, stranger] = await Promise.all([
      member(),
      member(),
      member({}, { role: "moderator" }),
      member(),
    ]);
    const { id } = await organisation([manager, person]);
    await ask(asker, id);
    const { requestId } = await requestOf(asker);
    for (const who of [stranger, person]) {
      await expect(accept(who, requestId)).rejects.toMatchObject({ code: "notFound" });
      await expect(decline(who, requestId)).rejects.toMatchObject({ code: "notFound" });
    }
    await expect(accept(asker, requestId)).rejects.toMatchObject({ code: "notOnYourself" });
    await expect(accept(moderator, requestId)).rejects.toMatchObject({ code: "managersDecide" });
    expect((await requestOf(asker)).state).toBe("open");
  });

  test("one takes one's own request back, once, and then it is not decided", async () => {
    const [manager, asker] = await Promise.all([member(), member()]);
    const { id } = await organisation([manager]);
    await ask(asker, id);
    const { requestId } = await requestOf(asker);
    const withdraw = (who: Member) => transaction((tx) => withdrawRequest(tx, who, { requestId }));
    await expect(withdraw(manager)).rejects.toMatchObject({ code: "notFound" });
    await withdraw(asker);
    await expect(withdraw(asker)).rejects.toMatchObject({ code: "alreadyDecided" });
    await expect(accept(manager, requestId)).rejects.toMatchObject({ code: "requestWithdrawn" });
    expect(await eventsOn(asker.memberId)).toEqual(["affiliation.requested", "request.withdrawn"]);
  });

  test("whose membership has lapsed takes their own request back", async () => {
    const [manager, asker] = await Promise.all([member(), member()]);
    const { id } = await organisation([manager]);
    await ask(asker, id);
    const { requestId } = await requestOf(asker);
    await query((db) =>
      db.update(accounts).set({ status: "lapsed" }).where(eq(accounts.id, asker.accountId)),
    );
    const lapsed = { ...asker, status: "lapsed" as const };
    await transaction((tx) => withdrawRequest(tx, lapsed, { requestId }));
    expect((await requestOf(asker)).state).toBe("withdrawn");
  });

  test("whoever was suspended meanwhile does not join", async () => {
    const manager = await member();
    const asker = await member();
    const { id } = await organisation([manager]);
    await ask(asker, id);
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, asker.accountId)),
    );
    const { requestId } = await requestOf(asker);
    await expect(accept(manager, requestId)).rejects.toMatchObject({ code: "notActive" });
    expect((await requestOf(asker)).state).toBe("open");
  });
});
