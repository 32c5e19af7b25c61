import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo, placesOf, requestOf } from "@/db/read-back";
import { affiliationRequests, affiliations } from "@/db/schema/affiliations";
import { declineRequest, requestAffiliation } from "./mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

function member(...values: [Parameters<typeof makeMember>[1]?, Parameters<typeof makeMember>[2]?]) {
  return transaction((tx) => makeMember(tx, ...values));
}

const organisation = (people: Member[], values: Parameters<typeof makeOrganisation>[1] = {}) =>
  transaction((tx) => makeOrganisation(tx, values, people));

const ask = (who: Member, organisationId: string, kind: "join" | "claim" = "join", words = "") =>
  transaction((tx) => requestAffiliation(tx, who, { organisationId, kind, words }));

describe("asking to join", () => {
  test("every active manager is told in their language, with the words", async () => {
    const [french, chinese, gone] = await Promise.all([
      member(),
      member({}, { locale: "zh" }),
      member({}, { status: "suspended" }),
    ]);
    const asker = await member({ familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪" });
    const { id, slug } = await organisation([french, chinese, gone], {
      name: { fr: "Soieries du Parc", zh: "公园丝绸" },
    });
    await query((db) =>
      db.update(affiliations).set({ role: "manager" }).where(eq(affiliations.organisationId, id)),
    );
    await ask(asker, id, "join", "Nous avons travaillé ensemble.");
    const data = { words: "Nous avons travaillé ensemble.", to: `/organisations/${slug}/people` };
    expect(await mailsTo(french)).toMatchObject([
      {
        kind: "affiliationRequested",
        locale: "fr",
        data: { ...data, person: "Wenqi Zhao", organisation: "Soieries du Parc" },
      },
    ]);
    expect(await mailsTo(chinese)).toMatchObject([
      {
        kind: "affiliationRequested",
        locale: "zh",
        data: { ...data, person: "赵文琪", organisation: "公园丝绸" },
      },
    ]);
    expect(await mailsTo(gone)).toEqual([]);
    expect(await eventsOn(asker.memberId)).toEqual(["affiliation.requested"]);
    expect(await placesOf(asker)).toEqual([]);
  });

  test("a Chinese name hidden from members is not told to a manager", async () => {
    const manager = await member({}, { locale: "zh" });
    const asker = await member({ nameZh: "赵文琪", visibility: { nameZh: "team" } });
    const { id } = await organisation([manager]);
    await ask(asker, id);
    expect((await mailsTo(manager))[0]?.data.person).toBe("Camille Montclair");
  });

  test("one's own organisation, one out of sight and one that does not exist are refused", async () => {
    const [owner, other] = await Promise.all([member(), member()]);
    const open = await organisation([owner]);
    await expect(ask(owner, open.id)).rejects.toMatchObject({ code: "alreadyPerson" });
    const hidden = await organisation([], { visibility: "team" });
    await expect(ask(other, hidden.id)).rejects.toMatchObject({ code: "notFound" });
    await expect(ask(other, other.memberId)).rejects.toMatchObject({ code: "notFound" });
  });

  test("whoever is not active, or speaks for somebody else, is refused", async () => {
    const [suspended, other] = await Promise.all([member({}, { status: "suspended" }), member()]);
    const { id } = await organisation([]);
    await expect(ask(suspended, id)).rejects.toMatchObject({ code: "notActive" });
    const forged = { ...other, memberId: suspended.memberId };
    await expect(ask(forged, id)).rejects.toMatchObject({ code: "notFound" });
  });

  test("twenty times at once: one request, one mail", async () => {
    const [manager, asker] = await Promise.all([member(), member()]);
    const { id } = await organisation([manager]);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => ask(asker, id)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = tries.flatMap((one) => (one.status === "rejected" ? one.reason.code : []));
    expect(new Set(refused)).toEqual(new Set(["alreadyAsked"]));
    expect(await mailsTo(manager)).toHaveLength(1);
  });

  test("a no is followed by a month of quiet", async () => {
    const [manager, asker] = await Promise.all([member(), member()]);
    const { id } = await organisation([manager]);
    await ask(asker, id);
    const { requestId } = await requestOf(asker);
    await transaction((tx) => declineRequest(tx, manager, { requestId, words: "" }));
    await expect(ask(asker, id)).rejects.toMatchObject({ code: "askedRecently" });
    await query((db) =>
      db
        .update(affiliationRequests)
        .set({ decidedAt: new Date(Date.now() - 31 * 86_400_000) })
        .where(eq(affiliationRequests.id, requestId)),
    );
    await ask(asker, id);
  });

  test("ten requests a day are enough", async () => {
    const asker = await member();
    const ids = await Promise.all(Array.from({ length: 11 }, () => organisation([])));
    const last = ids.pop();
    for (const { id } of ids) await ask(asker, id);
    await expect(ask(asker, last?.id ?? "")).rejects.toMatchObject({ code: "askedTooOften" });
  });
});
