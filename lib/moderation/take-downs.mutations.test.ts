import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { TAKEN_DOWN_TYPES, type TakenDownType } from "@/db/enums";
import { makeAccount, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { takeDowns } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import { LOCALES } from "../core/i18n/locales";
import { getTranslator } from "../core/i18n/translator";
import { removeQuestion } from "../entries/questions/mutations";
import { withdrawProject } from "../projects/mutations";
import { takeBackNews } from "../rooms/updates.mutations";
import { tableOf } from "./take-down-subjects.queries";
import { putBack, takeDown } from "./take-downs.mutations";

let world: OneOfEachKind;
let strangers: { administrator: Viewer; moderator: Viewer; member: Viewer };

beforeAll(async () => {
  world = await transaction(oneOfEachKind);
  strangers = await transaction(async (tx) => ({
    administrator: await makeAccount(tx, { role: "administrator" }),
    moderator: await makeAccount(tx, { role: "moderator" }),
    member: await makeMember(tx),
  }));
});
afterAll(() => closeDatabase());

const down = (viewer: Viewer, kind: TakenDownType, id: string, change = {}) =>
  transaction((tx) =>
    takeDown(tx, viewer, { kind, id, reasonCode: "misleading", words: "", ...change }),
  );

const back = (viewer: Viewer, kind: TakenDownType, id: string, words = "") =>
  transaction((tx) => putBack(tx, viewer, { kind, id, words }));

const refused = (code: string) => ({ code });

async function isHidden(kind: TakenDownType, id: string): Promise<boolean> {
  const [row] = await query((db) =>
    db.execute<{ hidden: boolean }>(
      sql`select hidden_at is not null as hidden from ${tableOf(kind)} where id = ${id}`,
    ),
  );
  return row?.hidden === true;
}

const actsOn = (id: string) =>
  query((db) =>
    db
      .select({ act: takeDowns.act, reasonCode: takeDowns.reasonCode, words: takeDowns.words })
      .from(takeDowns)
      .where(eq(takeDowns.subjectId, id))
      .orderBy(takeDowns.decidedAt),
  );

const lettersTo = (accountId: string, kind: "takenDown" | "putBack") =>
  query((db) =>
    db
      .select({ locale: mails.locale, data: mails.data })
      .from(mails)
      .where(and(eq(mails.accountId, accountId), eq(mails.kind, kind)))
      .orderBy(mails.createdAt),
  );

const eventsOn = (id: string) =>
  query((db) =>
    db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );

describe.each(TAKEN_DOWN_TYPES)("a %s", (kind) => {
  // The club team reads rooms only where it is in them, and administrators alone write the club's pages.
  const judge = () => {
    if (kind === "message") return world.viewers.insider;
    return kind === "page" ? strangers.administrator : strangers.moderator;
  };

  test("is hidden and shown again, with an act, an event and a mail each", async () => {
    const id = world.ids[kind];
    const { author } = world.viewers;
    const before = await lettersTo(author.accountId, "takenDown");
    const { authors } = await down(judge(), kind, id, { words: "Trois chiffres sont faux." });
    expect(await isHidden(kind, id)).toBe(true);
    expect(authors.length > 0).toBe(kind !== "heritage" && kind !== "page");
    const letters = (await lettersTo(author.accountId, "takenDown")).slice(before.length);
    // What is kept by the club alone: nobody is told.
    const told = { locale: "fr", data: { kind, words: "Trois chiffres sont faux." } };
    expect(letters).toMatchObject(kind === "heritage" || kind === "page" ? [] : [told]);
    const reasons = letters.map(({ data }) => data.reason);
    for (const reason of reasons) expect(reason).toContain("inexactes ou trompeuses");
    await expect(down(judge(), kind, id)).rejects.toMatchObject(refused("alreadyDecided"));
    await back(judge(), kind, id, "Corrigé.");
    expect(await isHidden(kind, id)).toBe(false);
    expect(await actsOn(id)).toEqual([
      { act: "taken-down", reasonCode: "misleading", words: "Trois chiffres sont faux." },
      { act: "put-back", reasonCode: null, words: "Corrigé." },
    ]);
    const names = (await eventsOn(id)).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("content."))).toEqual([
      "content.taken-down",
      "content.put-back",
    ]);
    await expect(back(judge(), kind, id)).rejects.toMatchObject(refused("alreadyDecided"));
  });

  test("is out of reach of members, its author and colleagues", async () => {
    const { author, colleague, contact, host } = world.viewers;
    for (const viewer of [author, colleague, contact, host, strangers.member]) {
      await expect(down(viewer, kind, world.ids[kind])).rejects.toMatchObject(refused("notFound"));
    }
  });

  test("needs a reason of the list, and words where the reason asks for them", async () => {
    const id = world.ids[kind];
    const invented = { reasonCode: "ugly" };
    await expect(down(judge(), kind, id, invented)).rejects.toMatchObject(refused("notInList"));
    const other = { reasonCode: "other" };
    await expect(down(judge(), kind, id, other)).rejects.toMatchObject(refused("wordsNeeded"));
  });

  test("that does not exist is not found", async () => {
    await expect(down(judge(), kind, randomUUID())).rejects.toMatchObject(refused("notFound"));
  });
});

test.each(LOCALES)("%s: a mail is promised where there is somebody to tell", (locale) => {
  const t = getTranslator(locale, "admin");
  const isMailPromised = (kind: TakenDownType) =>
    (["takeDown.consequences", "takeDown.backText"] as const).map((text) =>
      /e-?mail|邮件/.test(t(text, { kind })),
    );
  for (const kind of TAKEN_DOWN_TYPES) {
    const isTold = kind !== "heritage" && kind !== "page";
    expect([kind, ...isMailPromised(kind)]).toEqual([kind, isTold, isTold]);
  }
});

test("of fifty at once one takes down, and one puts back", async () => {
  const { project, viewers } = await transaction(oneOfEachKind);
  const judges = await Promise.all(
    Array.from({ length: 50 }, () => transaction((tx) => makeAccount(tx, { role: "moderator" }))),
  );
  for (const act of [down, back]) {
    const outcomes = await Promise.allSettled(
      judges.map((judge) => act(judge, "project", project.id, undefined as never)),
    );
    const told = outcomes.flatMap((one) => (one.status === "rejected" ? one.reason.code : []));
    expect(told).toEqual(Array.from({ length: 49 }, () => "alreadyDecided"));
  }
  expect(await actsOn(project.id)).toHaveLength(2);
  expect(await lettersTo(viewers.author.accountId, "takenDown")).toHaveLength(1);
});

describe("one's own", () => {
  test("somebody else of the team decides, an administrator's too", async () => {
    for (const role of ["moderator", "administrator"] as const) {
      const own = await transaction((tx) => makeMember(tx, {}, { role }));
      const { id } = await transaction((tx) =>
        makeProject(tx, own.memberId, { moderation: "published" }),
      );
      await expect(down(own, "project", id)).rejects.toMatchObject(refused("notOnYourself"));
      await expect(down(own, "member", own.memberId)).rejects.toMatchObject(
        refused("notOnYourself"),
      );
      await down(strangers.moderator, "project", id);
      await expect(back(own, "project", id)).rejects.toMatchObject(refused("notOnYourself"));
    }
  });

  test("whoever manages an organisation does not decide on it", async () => {
    const own = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
    const { id } = await transaction((tx) => makeOrganisation(tx, {}, [own]));
    await expect(down(own, "organisation", id)).rejects.toMatchObject(refused("notOnYourself"));
    await down(strangers.moderator, "organisation", id);
  });

  test("the profile of one of the team is an administrator's to take down", async () => {
    const { administrator } = world.viewers;
    const colleague = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
    const { memberId } = colleague;
    const moderator = down(strangers.moderator, "member", memberId);
    await expect(moderator).rejects.toMatchObject(refused("moveNotAllowed"));
    await down(administrator, "member", memberId);
    await expect(back(strangers.moderator, "member", memberId)).rejects.toMatchObject(
      refused("moveNotAllowed"),
    );
    await back(administrator, "member", memberId);
  });
});

describe("what is not published", () => {
  test("a draft is its owner's alone", async () => {
    const { id } = await transaction((tx) => makeProject(tx, world.viewers.author.memberId));
    await expect(down(strangers.moderator, "project", id)).rejects.toMatchObject(
      refused("notFound"),
    );
  });

  test.each(["submitted", "changes-requested", "refused"] as const)(
    "a %s project",
    async (moderation) => {
      const { id } = await transaction((tx) =>
        makeProject(tx, world.viewers.author.memberId, { moderation }),
      );
      await expect(down(strangers.moderator, "project", id)).rejects.toMatchObject(
        refused("moveNotAllowed"),
      );
    },
  );

  test("a project withdrawn in the same moment: one of the two is told", async () => {
    const { project, viewers } = await transaction(oneOfEachKind);
    const input = { projectId: project.id, version: project.version };
    const outcomes = await Promise.allSettled([
      transaction((tx) => withdrawProject(tx, viewers.author, input)),
      down(strangers.moderator, "project", project.id),
    ]);
    expect(outcomes[0]?.status).toBe("fulfilled");
    const [row] = await query((db) =>
      db
        .select({ moderation: entries.moderation, hiddenAt: entries.hiddenAt })
        .from(entries)
        .where(eq(entries.id, project.id)),
    );
    expect(row?.moderation).toBe("withdrawn");
    const told = outcomes[1]?.status === "rejected" ? outcomes[1].reason.code : null;
    expect(told).toBe(row?.hiddenAt ? null : "moveNotAllowed");
  });

  test("what its author took off already", async () => {
    const { ids, viewers } = await transaction(oneOfEachKind);
    const { author } = viewers;
    const question = { questionId: ids.question, version: 1 };
    await transaction((tx) => removeQuestion(tx, author, question));
    await transaction((tx) => takeBackNews(tx, author, { updateId: ids.update }));
    await expect(down(strangers.moderator, "question", ids.question)).rejects.toMatchObject(
      refused("moveNotAllowed"),
    );
    await expect(down(strangers.moderator, "update", ids.update)).rejects.toMatchObject(
      refused("notFound"),
    );
  });

  test("somebody who is not in the club yet has no profile that is published", async () => {
    const pending = await transaction((tx) => makeMember(tx, {}, { status: "pending" }));
    await expect(down(strangers.moderator, "member", pending.memberId)).rejects.toMatchObject(
      refused("moveNotAllowed"),
    );
  });
});

test("a moderator outside a room takes down nothing that stands in it alone", async () => {
  const { ids } = world;
  await expect(down(strangers.moderator, "message", ids.message)).rejects.toMatchObject(
    refused("notFound"),
  );
});

test("who is told reads it in their own language", async () => {
  const { author } = world.viewers;
  await query((db) =>
    db.update(accounts).set({ locale: "zh" }).where(eq(accounts.id, author.accountId)),
  );
  await down(strangers.moderator, "activity", world.ids.activity);
  const letter = (await lettersTo(author.accountId, "takenDown")).at(-1);
  expect(letter?.locale).toBe("zh");
  expect(letter?.data.reason).toContain("经核查");
});
