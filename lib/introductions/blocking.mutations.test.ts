import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { codeOf, toldTo } from "@/db/read-back";
import { interests } from "@/db/schema/interests";
import { listExchanges } from "@/lib/exchanges/queries";
import { acceptInterest, sendInterest } from "@/lib/interests/mutations";
import { getMember } from "@/lib/members/queries";
import { blockMember, unblockMember } from "./blocking.mutations";
import { listBlocked } from "./blocking.queries";
import { acceptIntroduction, askIntroduction, withdrawIntroduction } from "./mutations";
import { getIntroduction } from "./queries";

const CURRENT = { isEnded: false, page: 1 };

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const join = (...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never) =>
  transaction((tx) => makeMember(tx, ...values));

const block = (who: Member, { memberId }: Member) =>
  transaction((tx) => blockMember(tx, who, { memberId }));
const unblock = (who: Member, { memberId }: Member) =>
  transaction((tx) => unblockMember(tx, who, { memberId }));

const words = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";
const ask = (who: Member, { memberId }: Member) =>
  transaction((tx) => askIntroduction(tx, who, { memberId, locale: "fr", words }, "fr"));

const projectOf = ({ memberId }: Member, ownerLevel: "members" | "contacts" = "members") =>
  transaction((tx) => makeProject(tx, memberId, { moderation: "published", ownerLevel }));

const answer = (who: Member, projectId: string, isNamed = true) =>
  transaction((tx) =>
    sendInterest(tx, who, {
      ...{ projectId, organisationId: null, locale: "fr", isNamed },
      ...{ cooperation: words, unclear: "", about: "" },
    }),
  );

const stateOf = async (id: string) => {
  const { state, isSilenced } = interests;
  const [row] = await query((db) =>
    db.select({ state, isSilenced }).from(interests).where(eq(interests.id, id)),
  );
  return row;
};

/** What stands in somebody's list: an accepted interest as its room. */
const listed = async (who: Member) =>
  (await listExchanges(who, CURRENT, "fr")).keys.map(({ kind }) => kind);

describe("blocking", () => {
  test("is kept once, shown to whoever did it and nobody else, and undone", async () => {
    const [one, other] = [await join(), await join({ familyName: "Navette" })];
    await Promise.all([block(one, other), block(one, other)]);
    expect(await listBlocked(one)).toMatchObject([{ familyName: "Navette" }]);
    expect(await listBlocked(other)).toEqual([]);
    expect((await getMember(one, other.memberSlug))?.isBlocked).toBe(true);
    expect((await getMember(other, one.memberSlug))?.isBlocked).toBe(false);
    expect(await codeOf(ask(one, other))).toBe("introductionBlocked");
    await unblock(one, other);
    expect(await listBlocked(one)).toEqual([]);
    expect(await codeOf(unblock(one, other))).toBe("notFound");
    expect(await codeOf(ask(one, other))).toBe("done");
    expect(await toldTo(one)).toEqual([]);
  });

  test("not oneself, nor whom one does not reach, nor once lapsed", async () => {
    const one = await join();
    expect(await codeOf(block(one, one))).toBe("notFound");
    expect(await codeOf(block(one, await join({}, { status: "suspended" })))).toBe("notFound");
    const lapsed = await join({}, { status: "lapsed" });
    expect(await codeOf(block(lapsed, one))).toBe("notFound");
  });

  test("takes back what one has asked, and puts what one was asked out of one’s sight", async () => {
    const [one, other] = [await join(), await join()];
    const mine = await ask(one, other);
    await block(one, other);
    expect((await getIntroduction(one, mine.introductionId))?.state).toBe("ended");
    expect((await getIntroduction(other, mine.introductionId))?.state).toBe("ended");
    const theirs = await ask(other, one);
    expect(theirs.isTheirs).toBe(false);
    expect(await codeOf(accept(one, theirs.introductionId))).toBe("notFound");
    await unblock(one, other);
    expect(await getIntroduction(one, theirs.introductionId)).toBeNull();
    expect(await codeOf(ask(one, other))).toBe("introductionLater");
  });
});

const accept = (who: Member, introductionId: string) =>
  transaction((tx) => acceptIntroduction(tx, who, { introductionId }));

describe("at once", () => {
  test("yes, taken back and a block come to one outcome", async () => {
    for (let round = 0; round < 5; round++) {
      const [asker, asked] = [await join(), await join()];
      const { introductionId: id } = await ask(asker, asked);
      const withdraw = transaction((tx) => withdrawIntroduction(tx, asker, { introductionId: id }));
      const [yes, back, blocked] = await Promise.all(
        [accept(asked, id), withdraw, block(asked, asker)].map(codeOf),
      );
      expect(blocked).toBe("done");
      expect(back).toBe(yes === "done" ? "introductionMet" : "done");
      expect((await getIntroduction(asker, id))?.state).toBe(yes === "done" ? "accepted" : "ended");
      const shown = (await getIntroduction(asked, id))?.state ?? "nothing";
      expect(yes === "done" ? ["accepted"] : ["nothing", "ended"]).toContain(shown);
    }
  });

  test("a yes of whom one blocks, and the block", async () => {
    for (let round = 0; round < 5; round++) {
      const [asker, asked] = [await join(), await join()];
      const { introductionId: id } = await ask(asker, asked);
      const [yes, blocked] = await Promise.all(
        [accept(asked, id), block(asker, asked)].map(codeOf),
      );
      expect(blocked).toBe("done");
      expect(["done", "introductionEnded"]).toContain(yes);
      const state = yes === "done" ? "accepted" : "ended";
      expect((await getIntroduction(asker, id))?.state).toBe(state);
      expect((await getIntroduction(asked, id))?.state).toBe(state);
    }
  });

  test("an acceptance of an interest, and a block of its sender", async () => {
    for (let round = 0; round < 5; round++) {
      const [owner, sender] = [await join(), await join()];
      const { id } = await projectOf(owner);
      const { interestId } = await answer(sender, id);
      const yes = transaction((tx) => acceptInterest(tx, owner, { interestId, version: 1 }));
      const [accepted, blocked] = await Promise.all([yes, block(owner, sender)].map(codeOf));
      expect(blocked).toBe("done");
      const isOpen = accepted === "done";
      if (!isOpen) expect(accepted).toBe("notFound");
      expect(await stateOf(interestId)).toEqual({
        state: isOpen ? "accepted" : "sent",
        isSilenced: !isOpen,
      });
      expect(await listed(owner)).toEqual(isOpen ? ["room"] : []);
    }
  });
});
