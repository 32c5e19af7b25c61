import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { mailsTo, placesOf, requestOf } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { acceptRequest, declineRequest, requestAffiliation } from "./mutations";

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

describe("claiming", () => {
  test("only what nobody manages; the club team decides, and the others who claimed are told", async () => {
    const [manager, first, second, joiner] = await Promise.all([
      member(),
      member(),
      member({}, { locale: "en" }),
      member(),
    ]);
    const managed = await organisation([manager]);
    await expect(ask(first, managed.id, "claim")).rejects.toMatchObject({ code: "hasManager" });
    const { id } = await organisation([]);
    await ask(first, id, "claim");
    await ask(second, id, "claim");
    await ask(joiner, id, "join");
    const { requestId } = await requestOf(first);
    await expect(accept(manager, requestId)).rejects.toMatchObject({ code: "notFound" });
    await accept(moderator, requestId);
    expect(await placesOf(first)).toMatchObject([{ role: "manager", isMain: true }]);
    expect(await mailsTo(first)).toMatchObject([{ kind: "claimAccepted" }]);
    expect((await requestOf(second)).state).toBe("declined");
    expect(await mailsTo(second)).toMatchObject([{ kind: "claimOvertaken", locale: "en" }]);
    // Who only asked to join waits for the new manager.
    const { requestId: joining, state } = await requestOf(joiner);
    expect(state).toBe("open");
    await expect(accept(moderator, joining)).rejects.toMatchObject({ code: "managersDecide" });
    await accept(first, joining);
    // Nor must they wait a month to ask the new manager.
    await ask(second, id, "join");
  });

  test("two of the team at once, twenty times: one manager", async () => {
    const other = await member({}, { role: "administrator" });
    for (let round = 0; round < 20; round++) {
      const [one, two] = await Promise.all([member(), member()]);
      const { id } = await organisation([]);
      await Promise.all([ask(one, id, "claim"), ask(two, id, "claim")]);
      const [first, second] = await Promise.all([requestOf(one), requestOf(two)]);
      await Promise.allSettled([
        accept(moderator, first.requestId),
        accept(other, second.requestId),
      ]);
      const managers = await query((db) =>
        db
          .select({ memberId: affiliations.memberId })
          .from(affiliations)
          .where(and(eq(affiliations.organisationId, id), eq(affiliations.role, "manager"))),
      );
      expect(managers).toHaveLength(1);
    }
  });

  test("an organisation whose only manager is suspended may be claimed by its people", async () => {
    const [gone, person] = await Promise.all([member({}, { status: "suspended" }), member()]);
    const { id } = await organisation([gone, person]);
    await ask(person, id, "claim");
    await accept(moderator, (await requestOf(person)).requestId);
    expect(await placesOf(person)).toMatchObject([{ role: "manager" }]);
  });

  test("the club team gives a reason when it says no", async () => {
    const asker = await member();
    const { id } = await organisation([]);
    await ask(asker, id, "claim");
    const { requestId } = await requestOf(asker);
    await expect(decline(moderator, requestId)).rejects.toMatchObject({
      code: "required",
      field: "words",
    });
    await decline(moderator, requestId, "Une autre personne la représente.");
    expect(await mailsTo(asker)).toMatchObject([{ kind: "requestDeclined" }]);
  });
});
