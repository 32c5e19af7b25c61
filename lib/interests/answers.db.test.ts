import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { codeOf, eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interestMessages } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { getTranslator } from "@/lib/core/i18n/translator";
import { renderMail } from "@/lib/core/mail/render-mail";
import {
  acceptInterest,
  answerQuestion,
  askForMore,
  declineInterest,
  withdrawInterest,
} from "./mutations";
import { writeMessage } from "./talks.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

function join(...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never) {
  return transaction((tx) => makeMember(tx, ...values));
}

const online = (of: Member) =>
  transaction((tx) =>
    makeProject(tx, of.memberId, {
      moderation: "published",
      progress: "seeking-partners",
      publishedAt: new Date(),
      title: { fr: "Acheter ensemble", zh: "联合采购" },
    }),
  );

/** The viewer that the owner of a fresh project is. */
async function withOwner(senderAccount: Parameters<typeof makeMember>[2] = {}) {
  const boss = await join({ familyName: "Quenelle" });
  const sender = await join({ familyName: "Navette" }, senderAccount);
  const project = await online(boss);
  const interest = await transaction((tx) => makeInterest(tx, project.id, sender.memberId));
  return { boss, sender, project, target: { interestId: interest.id, version: 1 } };
}

describe("answering", () => {
  test("a question and its answer stand in the thread and in a mail each", async () => {
    const { boss, sender, target } = await withOwner({ locale: "en" });
    await transaction((tx) => askForMore(tx, boss, { ...target, words: "Combien ?" }));
    const next = { ...target, version: 2, words: "Deux tonnes." };
    await transaction((tx) => answerQuestion(tx, sender, next));
    await transaction((tx) =>
      writeMessage(tx, boss, { interestId: target.interestId, words: "Merci." }),
    );
    const thread = await query((db) =>
      db
        .select({ kind: interestMessages.kind, words: interestMessages.words })
        .from(interestMessages)
        .where(eq(interestMessages.interestId, target.interestId))
        .orderBy(interestMessages.createdAt),
    );
    expect(thread).toEqual([
      { kind: "question", words: "Combien ?" },
      { kind: "answer", words: "Deux tonnes." },
      { kind: "message", words: "Merci." },
    ]);
    expect(await mailsTo(sender)).toMatchObject([
      { kind: "interestMoreAsked", locale: "en", data: { words: "Combien ?" } },
      { kind: "interestMessage", data: { words: "Merci." } },
    ]);
    expect(await mailsTo(boss)).toMatchObject([
      { kind: "interestAnswered", data: { words: "Deux tonnes." } },
    ]);
    // Each is greeted by their own name and reads nobody else's.
    expect(JSON.stringify(await mailsTo(boss))).not.toContain("Navette");
    expect(JSON.stringify(await mailsTo(sender))).not.toContain("Quenelle");
    expect(await eventsOn(target.interestId)).toEqual([
      "interest.more-asked",
      "interest.answered",
      "interest.message-written",
    ]);
  });

  test("accepting opens the project's room to both", async () => {
    const { boss, sender, project, target } = await withOwner();
    await transaction((tx) => acceptInterest(tx, boss, target));
    const people = await query((db) =>
      db
        .select({ memberId: roomPeople.memberId, role: roomPeople.role })
        .from(roomPeople)
        .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
        .where(eq(rooms.projectId, project.id))
        .orderBy(roomPeople.role),
    );
    expect(people).toEqual([
      { memberId: boss.memberId, role: "lead" },
      { memberId: sender.memberId, role: "partner" },
    ]);
    expect(await mailsTo(sender)).toMatchObject([{ kind: "interestAccepted" }]);
  });

  test("its mail says first who accepted and how to reach them, as far as they share it, then the room", async () => {
    const { boss, sender, project, target } = await withOwner();
    const isBoss = eq(members.id, boss.memberId);
    const visibility = { phone: "self", jobTitle: "contacts" } as const;
    await query(async (db) => {
      const jobTitle = { fr: "Gérante" };
      await db.update(members).set({ visibility, jobTitle, nameZh: "凌云" }).where(isBoss);
      const contacts = { email: "quenelle@example.org", phone: "+33 6 39 98 00 12" };
      const { memberId } = boss;
      await db
        .insert(memberContacts)
        .values({ memberId, ...contacts })
        .onConflictDoUpdate({ target: memberContacts.memberId, set: contacts });
    });
    await transaction((tx) => acceptInterest(tx, boss, target));
    const [mail] = await mailsTo(sender);
    const { text } = renderMail("interestAccepted", "fr", mail?.data ?? {});
    const order = ["Quenelle", "凌云", "Gérante", "quenelle@example.org", `/${project.slug}/room`];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain("39 98");
    expect(text).not.toContain(getTranslator("fr", "interests")("other.noContacts"));
  });
});

describe("deciding", () => {
  test("accepting and declining in two tabs, ten times: one stands, the other is told", async () => {
    for (let round = 0; round < 10; round++) {
      const { boss, sender, target } = await withOwner();
      const reason = { reasonCode: "partner-found", words: "" };
      const codes = await Promise.all([
        codeOf(transaction((tx) => acceptInterest(tx, boss, target))),
        codeOf(transaction((tx) => declineInterest(tx, boss, { ...target, ...reason }))),
      ]);
      expect(codes.sort()).toEqual(["conflict", "done"]);
      expect(await mailsTo(sender)).toHaveLength(1);
    }
  });

  test("nobody accepts somebody who is gone, or in a project that is not online any more", async () => {
    const { boss, sender, target, project } = await withOwner();
    const accept = () => codeOf(transaction((tx) => acceptInterest(tx, boss, target)));
    const isSender = eq(accounts.id, sender.accountId);
    await query((db) => db.update(accounts).set({ status: "suspended" }).where(isSender));
    expect(await accept()).toBe("interestSenderGone");
    await query((db) => db.update(accounts).set({ status: "active" }).where(isSender));
    await query((db) =>
      db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, project.id)),
    );
    expect(await accept()).toBe("interestProjectClosed");
  });

  test("no is told by its reason in the sender's language, with words where it needs them", async () => {
    const { boss, sender, target } = await withOwner({ locale: "zh" });
    const decline = (reasonCode: string, words: string) =>
      transaction((tx) => declineInterest(tx, boss, { ...target, reasonCode, words }));
    await expect(decline("weather", "")).rejects.toMatchObject({
      code: "notInList",
      field: "reasonCode",
    });
    await expect(decline("other", "")).rejects.toMatchObject({
      code: "wordsNeeded",
      field: "words",
    });
    await decline("other", "Une autre fois.");
    const [mail] = await mailsTo(sender);
    expect(mail).toMatchObject({ kind: "interestDeclined", data: { words: "Une autre fois." } });
    expect(mail?.data?.reason).toContain("感谢您的关注");
  });

  test("withdrawing is told to the owner", async () => {
    const { boss, sender, target } = await withOwner();
    await transaction((tx) => withdrawInterest(tx, sender, { ...target, words: "Trop tard." }));
    expect(await toldTo(boss)).toMatchObject([
      { kind: "interestWithdrawn", data: { words: "Trop tard." } },
    ]);
  });
});
