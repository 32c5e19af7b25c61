import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { codeOf, mailsTo, toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { exportStatements } from "@/lib/accounts/personal-data";
import { listExchanges } from "@/lib/exchanges/queries";
import { listNotices } from "@/lib/notifications/list.queries";
import { blockMember, unblockMember } from "./blocking.mutations";
import { endContact } from "./ending.mutations";
import { acceptIntroduction, askIntroduction, withdrawIntroduction } from "./mutations";
import { chooseIntroducing, keepBackIntroduction, passOnIntroduction } from "./passing.mutations";
import { getThrough, listGoBetweens } from "./passing.queries";
import { getIntroduction } from "./queries";
import { listWaitingIntroductions } from "./waiting.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeMember>[1];

afterAll(closeDatabase);

const join = (values?: Values, account?: Parameters<typeof makeMember>[2]) =>
  transaction((tx) => makeMember(tx, values, account));

/** Two colleagues, the second of whom may be asked to introduce, and somebody who would like to know the first. */
async function three(values: Values = {}, organisation = {}, ...others: Member[]) {
  const [asker, asked] = [await join({ familyName: "Navette" }), await join()];
  const between = await join({ familyName: "Passerelle", mayIntroduce: true, ...values });
  await transaction((tx) => makeOrganisation(tx, organisation, [asked, between, ...others]));
  return { asker, asked, between };
}

const words = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";

const ask = (who: Member, { memberId }: Member, goBetween?: Member) =>
  transaction((tx) =>
    askIntroduction(
      tx,
      who,
      { memberId, locale: "fr", words, goBetweenId: goBetween?.memberId },
      "fr",
    ),
  );
const passOn = (who: Member, introductionId: string, note = "") =>
  transaction((tx) => passOnIntroduction(tx, who, { introductionId, note }));
const keepBack = (who: Member, introductionId: string) =>
  transaction((tx) => keepBackIntroduction(tx, who, { introductionId }));
const accept = (who: Member, introductionId: string) =>
  transaction((tx) => acceptIntroduction(tx, who, { introductionId }));
const become = ({ accountId }: Member, status: "active" | "suspended" | "lapsed") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, accountId)));

const offered = async (who: Member, { memberId }: Member) =>
  (await listGoBetweens(who, memberId)).map((one) => one.memberId);

const kindsTo = async (who: Member) => (await toldTo(who)).map(({ kind }) => kind);

describe("who may be asked to introduce", () => {
  test("a colleague who said so, and no other", async () => {
    const silent = await join();
    const { asker, asked, between } = await three({}, {}, silent);
    const stranger = await join({ mayIntroduce: true });
    await transaction((tx) => makeOrganisation(tx, {}, [stranger]));
    expect(await offered(asker, asked)).toEqual([between.memberId]);
    await transaction((tx) => chooseIntroducing(tx, between, { mayIntroduce: false }));
    expect(await offered(asker, asked)).toEqual([]);
    for (const one of [between, silent, stranger, asker, asked]) {
      expect(await codeOf(ask(asker, asked, one))).toBe("introductionGoBetween");
    }
    const sent = eq(introductions.askedBy, asker.memberId);
    expect(await query((db) => db.$count(introductions, sent))).toBe(0);
  });

  test.each([
    ["hides where they belong", { visibility: { organisation: "team" } }, {}],
    ["was taken down", { hiddenAt: new Date() }, {}],
    ["belongs to an organisation that is not shown", {}, { visibility: "self" }],
    ["belongs to one that was taken down", {}, { hiddenAt: new Date() }],
  ] as const)("not somebody who %s", async (_why, values, organisation) => {
    const { asker, asked, between } = await three(values as Values, organisation);
    expect(await offered(asker, asked)).toEqual([]);
    expect(await codeOf(ask(asker, asked, between))).toBe("introductionGoBetween");
  });

  test("nor somebody who is gone, or whom one has blocked; who has blocked the asker is offered as before", async () => {
    const { asker, asked, between } = await three();
    await transaction((tx) => blockMember(tx, between, asker));
    expect(await offered(asker, asked)).toEqual([between.memberId]);
    await transaction((tx) => blockMember(tx, asker, between));
    expect(await offered(asker, asked)).toEqual([]);
    for (const status of ["suspended", "lapsed"] as const) {
      const other = await three();
      await become(other.between, status);
      expect(await codeOf(ask(other.asker, other.asked, other.between))).toBe(
        "introductionGoBetween",
      );
    }
  });

  test("nor where the one who is asked hides where they belong", async () => {
    const asker = await join();
    const asked = await join({ visibility: { organisation: "team" } });
    const between = await join({ mayIntroduce: true });
    await transaction((tx) => makeOrganisation(tx, {}, [asked, between]));
    expect(await offered(asker, asked)).toEqual([]);
  });
});

describe("passing on", () => {
  test("only the go-between hears first, then whoever is asked, with who passes it on; of the two it is told no more", async () => {
    const { asker, asked, between } = await three();
    const { introductionId: id } = await ask(asker, asked, between);
    expect([await kindsTo(between), await kindsTo(asked)]).toEqual([["introductionToPassOn"], []]);
    const [mail] = await mailsTo(between);
    expect(mail?.data).toMatchObject({ words, to: `/introductions/${id}` });
    expect(await getIntroduction(asked, id)).toBeNull();
    expect(await listWaitingIntroductions(asked)).toEqual([]);
    expect((await listWaitingIntroductions(between)).map((one) => one.id)).toEqual([id]);
    expect(await codeOf(accept(asked, id))).toBe("notFound");
    expect(await getIntroduction(between, id)).toMatchObject({ words, state: "asked" });
    await passOn(between, id, "Je la connais depuis dix ans.");
    expect(await kindsTo(asked)).toEqual(["introductionPassedOn"]);
    const [letter] = await mailsTo(asked);
    expect(letter?.data).toMatchObject({ words, note: "Je la connais depuis dix ans." });
    expect(await listWaitingIntroductions(between)).toEqual([]);
    expect((await listWaitingIntroductions(asked)).map((one) => one.id)).toEqual([id]);
    const page = await getIntroduction(asked, id);
    expect(page).toMatchObject({ state: "asked", party: "asked", familyName: "Navette" });
    expect(page && (await getThrough(asked, page))).toMatchObject({
      familyName: "Passerelle",
      note: "Je la connais depuis dix ans.",
    });
    await accept(asked, id);
    expect((await getIntroduction(asker, id))?.state).toBe("accepted");
    expect(await kindsTo(asker)).toEqual(["introductionAccepted"]);
    await transaction((tx) => endContact(tx, asker, { memberId: asked.memberId }));
    expect((await getIntroduction(asker, id))?.contactEndedOn).not.toBeNull();
    expect(await getIntroduction(between, id)).toMatchObject({
      ...{ state: "passed-on", contactEndedOn: null },
    });
  });

  test("once, by the go-between alone, as long as it waits and both are there", async () => {
    const { asker, asked, between } = await three();
    const { introductionId: id } = await ask(asker, asked, between);
    for (const other of [asker, asked, await join({ mayIntroduce: true })]) {
      expect(await codeOf(passOn(other, id))).toBe("notFound");
      expect(await codeOf(keepBack(other, id))).toBe("notFound");
    }
    await become(asker, "suspended");
    expect(await getIntroduction(between, id)).toBeNull();
    await become(asker, "active");
    await become(asked, "lapsed");
    expect(await codeOf(passOn(between, id))).toBe("introductionSideGone");
    await keepBack(between, id);
    expect(await codeOf(passOn(between, id))).toBe("alreadyDecided");
    expect(await codeOf(keepBack(between, id))).toBe("alreadyDecided");
    const second = await three();
    const { introductionId } = await ask(second.asker, second.asked, second.between);
    await transaction((tx) => withdrawIntroduction(tx, second.asker, { introductionId }));
    expect(await codeOf(passOn(second.between, introductionId))).toBe("introductionEnded");
  });

  test("the database takes no yes to what was not passed on", async () => {
    const { asker, asked, between } = await three();
    const { introductionId } = await ask(asker, asked, between);
    const yes = transaction((tx) =>
      tx.insert(introductionAnswers).values({ introductionId, answer: "accepted" }),
    );
    await expect(yes).rejects.toThrow();
  });

  test("passed on, kept back, taken back and a block at once come to one outcome", async () => {
    for (let round = 0; round < 5; round++) {
      const { asker, asked, between } = await three();
      const { introductionId: id } = await ask(asker, asked, between);
      const [passed, kept, back, blocked] = await Promise.all(
        [
          passOn(between, id),
          keepBack(between, id),
          transaction((tx) => withdrawIntroduction(tx, asker, { introductionId: id })),
          transaction((tx) => blockMember(tx, between, asker)),
        ].map(codeOf),
      );
      expect([back, blocked]).toEqual(["done", "done"]);
      expect([passed, kept].filter((code) => code === "done").length).toBeLessThan(2);
      expect((await getIntroduction(asker, id))?.state).toBe("ended");
      expect(await kindsTo(asked)).toHaveLength(passed === "done" ? 1 : 0);
    }
  });
});

describe("what is kept from those it is not for", () => {
  test("a go-between who has blocked the asker comes upon nothing, before or since", async () => {
    const { asker, asked, between } = await three();
    await transaction((tx) => blockMember(tx, between, asker));
    const { introductionId } = await ask(asker, asked, between);
    const since = await three();
    const { introductionId: before } = await ask(since.asker, since.asked, since.between);
    await transaction((tx) => blockMember(tx, since.between, since.asker));
    for (const [who, id] of [
      [between, introductionId] as const,
      [since.between, before] as const,
    ]) {
      expect(await getIntroduction(who, id)).toBeNull();
      const { counts, keys } = await listExchanges(who, { isEnded: true, page: 1 }, "fr");
      expect([counts.ended, keys]).toEqual([0, []]);
    }
  });

  test("a go-between who blocks somebody else still has to pass it on", async () => {
    const { asker, asked, between } = await three();
    const { introductionId } = await ask(asker, asked, between);
    const other = await join();
    await transaction((tx) => blockMember(tx, between, other));
    const waiting = await listWaitingIntroductions(between);
    expect(waiting.map(({ id }) => id)).toEqual([introductionId]);
  });

  test("whoever is asked learns nothing by asking first, before it is passed on", async () => {
    const { asker, asked, between } = await three();
    const { introductionId: theirs } = await ask(asker, asked, between);
    const mine = await ask(asked, asker);
    expect(mine).toMatchObject({ isTheirs: false });
    expect(mine.introductionId).not.toBe(theirs);
  });

  test("whoever is asked hears nothing of what a block has silenced, once it is undone", async () => {
    const { asker, asked, between } = await three();
    const { introductionId: id } = await ask(asker, asked, between);
    await transaction((tx) => blockMember(tx, asked, asker));
    await transaction((tx) => unblockMember(tx, asked, asker));
    await passOn(between, id);
    expect(await kindsTo(asked)).toEqual([]);
    expect(await getIntroduction(asked, id)).toBeNull();
  });

  test("a go-between is told nothing of an asker whose profile was taken down", async () => {
    const { asker, asked, between } = await three();
    await ask(asker, asked, between);
    const told = async () => (await listNotices(between)).rows.map(({ kind }) => kind);
    expect(await told()).toEqual(["introductionToPassOn"]);
    const isAsker = eq(members.id, asker.memberId);
    await query((db) => db.update(members).set({ hiddenAt: new Date() }).where(isAsker));
    expect(await told()).toEqual([]);
  });

  test("whoever is asked exports nothing that was not passed on", async () => {
    const { asker, asked, between } = await three();
    const { introductionId: id } = await ask(asker, asked, between);
    const exported = async (who: Member) => {
      const [, statement] =
        exportStatements(who.accountId).find(([table]) => table === "introductions") ?? [];
      return statement ? JSON.stringify(await query((db) => db.execute(statement))) : "";
    };
    expect(await exported(asked)).not.toContain(id);
    expect(await exported(asker)).toContain(id);
    await passOn(between, id);
    expect(await exported(asked)).toContain(id);
  });
});
