import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { codeOf, eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { introductions } from "@/db/schema/introductions";
import { memberContacts, members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { addRunningDays } from "@/lib/core/great-holidays";
import { listExchanges } from "@/lib/exchanges/queries";
import {
  acceptIntroduction,
  askIntroduction,
  setAsideIntroduction,
  withdrawIntroduction,
} from "./mutations";
import { getIntroduction } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const join = (...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never) =>
  transaction((tx) => makeMember(tx, ...values));

const words = "我们在里昂做纺织，想请教宁波的采购经验。";

const ask = (who: Viewer, whom: Member) =>
  transaction((tx) =>
    askIntroduction(tx, who, { memberId: whom.memberId, locale: "zh", words }, "fr"),
  );
const accept = (who: Viewer, introductionId: string) =>
  transaction((tx) => acceptIntroduction(tx, who, { introductionId }));
const setAside = (who: Viewer, introductionId: string) =>
  transaction((tx) => setAsideIntroduction(tx, who, { introductionId }));
const withdraw = (who: Viewer, introductionId: string) =>
  transaction((tx) => withdrawIntroduction(tx, who, { introductionId }));

const stateFor = async (who: Member, id: string) => (await getIntroduction(who, id))?.state;

const askedBy = ({ memberId }: Member) =>
  query((db) => db.$count(introductions, eq(introductions.askedBy, memberId)));

describe("asking", () => {
  test("is kept until its day, leaves its event, and is mailed with the name and the words", async () => {
    const asker = await join({ familyName: "Navette", givenName: "Zoé" });
    const asked = await join({}, { locale: "zh" });
    const { introductionId: id } = await ask(asker, asked);
    expect(await eventsOn(id)).toEqual(["introduction.asked"]);
    const [mail] = await mailsTo(asked);
    expect(mail).toMatchObject({ kind: "introductionAsked", locale: "zh", data: { words } });
    expect(mail?.data).toMatchObject({ person: "Zoé Navette", to: `/introductions/${id}` });
    expect(JSON.stringify(await toldTo(asked))).not.toContain(words);
    expect(await mailsTo(asker)).toEqual([]);
    const page = await getIntroduction(asked, id);
    expect(page).toMatchObject({ state: "asked", isMine: false, words, familyName: "Navette" });
    expect(page?.endsOn).toBe(addRunningDays(today(), 30));
    expect(await getIntroduction(await join(), id)).toBeNull();
    const moderator = await join({}, { role: "moderator" });
    expect(await getIntroduction(moderator, id)).toBeNull();
  });

  test.each([
    ["introductionUnavailable", "lapsed"],
    ["notFound", "pending"],
    ["notFound", "suspended"],
    ["notFound", "left"],
  ] as const)("%s: somebody who is %s", async (code, status) => {
    const [asker, asked] = [await join(), await join({}, { status })];
    expect(await codeOf(ask(asker, asked))).toBe(code);
    const moderator = await join({}, { role: "moderator" });
    expect(await codeOf(ask(moderator, asked))).toBe("introductionUnavailable");
  });

  test("not oneself, nor without a profile or once lapsed, nor the same person again", async () => {
    const [asker, asked] = [await join(), await join()];
    expect(await codeOf(ask(asker, asker))).toBe("introductionYourself");
    const staff = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
    expect(await codeOf(ask(staff, asked))).toBe("introductionMembersOnly");
    expect(await codeOf(ask(await join({}, { status: "lapsed" }), asked))).not.toBe("done");
    const { introductionId } = await ask(asker, asked);
    expect(await codeOf(ask(asker, asked))).toBe("introductionWaits");
    await withdraw(asker, introductionId);
    expect(await codeOf(ask(asker, asked))).toBe("introductionLater");
  });

  test("not by somebody who has left the directory: whoever is asked would not see who asks", async () => {
    const [asker, asked] = [await join(), await join()];
    await transaction((tx) =>
      tx
        .update(consents)
        .set({ withdrawnAt: new Date() })
        .where(eq(consents.accountId, asker.accountId)),
    );
    expect(await codeOf(ask(asker, asked))).toBe("introductionUnlisted");
    expect(await codeOf(ask(asked, asker))).toBe("notFound");
  });

  test("ten a day, however many are sent at once", async () => {
    const asker = await join();
    const others = await Promise.all(Array.from({ length: 50 }, () => join()));
    const codes = await Promise.all(others.map((one) => codeOf(ask(asker, one))));
    expect(codes.filter((code) => code === "done")).toHaveLength(10);
    expect(new Set(codes)).toEqual(new Set(["done", "introductionsADay"]));
    expect(await askedBy(asker)).toBe(10);
    const rested = await join();
    const createdAt = new Date(Date.now() - 25 * 3_600_000);
    await transaction(async (tx) => {
      for (const { memberId } of others.slice(0, 10)) {
        await makeIntroduction(tx, rested.memberId, memberId, undefined, { createdAt });
      }
    });
    expect(await codeOf(ask(rested, await join()))).toBe("done");
  });

  test("both at once make one, and the second is led to answering it", async () => {
    const [one, two] = [await join(), await join()];
    const [first, second] = await Promise.all([ask(one, two), ask(two, one)]);
    expect(first.introductionId).toBe(second.introductionId);
    expect([first.isTheirs, second.isTheirs].sort()).toEqual([false, true]);
    expect((await askedBy(one)) + (await askedBy(two))).toBe(1);
  });

  test("the same by the same twice at once makes one", async () => {
    const [one, two] = [await join(), await join()];
    const codes = await Promise.all([codeOf(ask(one, two)), codeOf(ask(one, two))]);
    expect(codes.sort()).toEqual(["done", "introductionWaits"]);
  });
});

describe("answering", () => {
  test("yes opens to each what the other shows to accepted contacts, as long as they are shown, and mails it to the asker", async () => {
    const [asker, asked] = [await join(), await join({ familyName: "Quenelle" })];
    await query((db) =>
      db
        .update(memberContacts)
        .set({ email: "canari@example.org" })
        .where(eq(memberContacts.memberId, asked.memberId)),
    );
    await transaction((tx) => makeOrganisation(tx, { name: { fr: "Maison Navette" } }, [asked]));
    const { introductionId: id } = await ask(asker, asked);
    expect((await getIntroduction(asker, id))?.email).toBeNull();
    await accept(asked, id);
    expect(await eventsOn(id)).toEqual(["introduction.asked", "introduction.accepted"]);
    const [mail] = await mailsTo(asker);
    expect(mail?.kind).toBe("introductionAccepted");
    expect(mail?.data.card).toContain("canari@example.org");
    // It may be taken down before the letter leaves.
    expect(mail?.data.card).not.toContain("Maison Navette");
    expect(JSON.stringify(await toldTo(asker))).not.toContain("canari");
    expect(await getIntroduction(asker, id)).toMatchObject({
      state: "accepted",
      email: "canari@example.org",
    });
    expect(await codeOf(accept(asked, id))).toBe("alreadyDecided");
    expect(await codeOf(withdraw(asker, id))).toBe("introductionMet");
    expect(await codeOf(ask(asker, asked))).toBe("introductionMet");
    expect(await codeOf(ask(asked, asker))).toBe("introductionMet");
    const isAsked = eq(members.id, asked.memberId);
    await query((db) => db.update(members).set({ hiddenAt: new Date() }).where(isAsked));
    expect(await getIntroduction(asker, id)).toMatchObject({ state: "accepted", email: null });
  });

  test("nobody else answers or takes back", async () => {
    const [asker, asked, stranger] = [await join(), await join(), await join()];
    const { introductionId: id } = await ask(asker, asked);
    for (const act of [accept, setAside]) {
      expect(await codeOf(act(asker, id))).toBe("notFound");
      expect(await codeOf(act(stranger, id))).toBe("notFound");
    }
    expect(await codeOf(withdraw(asked, id))).toBe("notFound");
    expect(await codeOf(withdraw(stranger, id))).toBe("notFound");
  });

  test("not after the end, nor yes to somebody who is gone", async () => {
    const [asker, asked] = [await join(), await join()];
    const { introductionId: id } = await ask(asker, asked);
    const become = (status: "lapsed" | "suspended") =>
      query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, asker.accountId)));
    await become("lapsed");
    expect(await codeOf(accept(asked, id))).toBe("introductionAskerGone");
    const listed = async () =>
      (await listExchanges(asked, { isEnded: false, page: 1 }, "fr")).introductions.map(
        ({ state }) => state,
      );
    expect(await listed()).toEqual(["asked"]);
    await become("suspended");
    expect(await getIntroduction(asked, id)).toBeNull();
    expect(await listed()).toEqual([]);
    await query((db) =>
      db.update(accounts).set({ status: "active" }).where(eq(accounts.id, asker.accountId)),
    );
    await query((db) =>
      db.update(introductions).set({ endsOn: today() }).where(eq(introductions.id, id)),
    );
    expect(await codeOf(accept(asked, id))).toBe("introductionEnded");
    expect(await codeOf(setAside(asked, id))).toBe("introductionEnded");
    expect(await stateFor(asked, id)).toBe("ended");
  });

  test("yes, not now, taken back and the end at once come to one outcome", async () => {
    for (let round = 0; round < 5; round++) {
      const [asker, asked] = [await join(), await join()];
      const { introductionId: id } = await ask(asker, asked);
      const [yes, notNow, back] = await Promise.all([
        codeOf(accept(asked, id)),
        codeOf(setAside(asked, id)),
        codeOf(withdraw(asker, id)),
      ]);
      expect([yes, notNow].filter((code) => code === "done").length).toBeLessThan(2);
      if (yes === "done") expect(back).toBe("introductionMet");
      else expect(back).toBe("done");
      expect(await stateFor(asker, id)).toBe(yes === "done" ? "accepted" : "ended");
    }
  });
});
