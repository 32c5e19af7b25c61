import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeMember } from "@/db/factories";
import { referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { applicationMessages, applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { withdrawApplication } from "../mutations";
import {
  addNote,
  approveApplication,
  askForMore,
  refuseApplication,
  resumeReview,
  takeApplication,
} from "./mutations";

let one: Viewer;
let two: Viewer;
let member: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    one = await makeMember(
      tx,
      { familyName: "Lin", givenName: "Meihua", nameOrder: "family-first" },
      { role: "moderator" },
    );
    two = await makeAccount(tx, { role: "administrator" });
    member = await makeMember(tx);
  });
});

afterAll(() => closeDatabase());

type Values = Parameters<typeof makeApplication>[1];

/** An application on somebody's desk, as its decider read it. */
async function onDesk(taker: Viewer, values: Values = {}) {
  const { id, email, version } = await transaction((tx) =>
    makeApplication(tx, {
      state: "under-review",
      takenBy: taker.accountId,
      takenAt: new Date(),
      ...values,
    }),
  );
  return { applicationId: id, version, email };
}

async function submitted(values: Values = {}) {
  const { id, email, version } = await transaction((tx) => makeApplication(tx, values));
  return { applicationId: id, version, email };
}

async function read(applicationId: string) {
  const { state, takenBy, version, accountId } = applications;
  const [row] = await query((db) =>
    db
      .select({ state, takenBy, version, accountId })
      .from(applications)
      .where(eq(applications.id, applicationId)),
  );
  return row;
}

async function traces(applicationId: string, email: string) {
  const [events, verdicts, letters] = await query((db) =>
    Promise.all([
      db
        .select({ name: auditEvents.name, actorId: auditEvents.actorId })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, applicationId))
        .orderBy(auditEvents.id),
      db
        .select({
          verdict: decisions.verdict,
          reasonCode: decisions.reasonCode,
          words: decisions.words,
          decidedBy: decisions.decidedBy,
        })
        .from(decisions)
        .where(eq(decisions.subjectId, applicationId)),
      db
        .select({ kind: mails.kind, locale: mails.locale, data: mails.data })
        .from(mails)
        .where(eq(mails.address, email)),
    ]),
  );
  return { events, verdicts, letters };
}

const take = (viewer: Viewer, input: Parameters<typeof takeApplication>[2]) =>
  transaction((tx) => takeApplication(tx, viewer, input));

describe("taking", () => {
  test("what nobody has becomes one's own and leaves an event", async () => {
    const { email, ...input } = await submitted();
    await take(one, input);
    expect(await read(input.applicationId)).toMatchObject({
      state: "under-review",
      takenBy: one.accountId,
      version: input.version + 1,
    });
    const { events } = await traces(input.applicationId, email);
    expect(events).toEqual([{ name: "application.taken", actorId: one.accountId }]);
    await take(one, input);
    expect((await read(input.applicationId))?.version).toBe(input.version + 1);
  });

  test("from a colleague is refused by name, and done and logged when it is meant", async () => {
    const { email, ...input } = await onDesk(one);
    await expect(take(two, input)).rejects.toMatchObject({
      code: "takenByColleague",
      values: { name: "Lin Meihua" },
    });
    await expect(take(two, { ...input, from: member.accountId })).rejects.toMatchObject({
      code: "takenByColleague",
    });
    await take(two, { ...input, from: one.accountId });
    expect(await read(input.applicationId)).toMatchObject({ takenBy: two.accountId });
    const { events } = await traces(input.applicationId, email);
    expect(events).toEqual([{ name: "application.taken-over", actorId: two.accountId }]);
  });

  test("what waits for an answer is resumed, not taken", async () => {
    const { email, ...input } = await onDesk(one, { state: "info-requested" });
    await expect(take(one, input)).rejects.toMatchObject({ code: "answerAwaited" });
    await transaction((tx) => resumeReview(tx, two, input));
    expect(await read(input.applicationId)).toMatchObject({
      state: "under-review",
      takenBy: two.accountId,
    });
    const { events } = await traces(input.applicationId, email);
    expect(events).toEqual([{ name: "application.resumed", actorId: two.accountId }]);
    const again = transaction((tx) => resumeReview(tx, one, input));
    await expect(again).rejects.toMatchObject({ code: "takenByColleague" });
  });
});

describe("deciding", () => {
  test("asking for more leaves the words, a decision, an event and a mail in their language", async () => {
    const { email, ...input } = await onDesk(one, { locale: "zh" });
    await transaction((tx) => askForMore(tx, one, { ...input, words: "请补充年份。" }));
    expect(await read(input.applicationId)).toMatchObject({ state: "info-requested" });
    const { events, verdicts, letters } = await traces(input.applicationId, email);
    expect(events.map(({ name }) => name)).toContain("application.info-requested");
    expect(verdicts).toEqual([
      {
        verdict: "info-requested",
        reasonCode: null,
        words: "请补充年份。",
        decidedBy: one.accountId,
      },
    ]);
    expect(letters).toMatchObject([
      { kind: "applicationQuestion", locale: "zh", data: { words: "请补充年份。" } },
    ]);
    expect(letters[0]?.data.to).toMatch(/^\/apply\/resume\?key=.{43}$/);
    const messages = await query((db) =>
      db
        .select({ kind: applicationMessages.kind, words: applicationMessages.words })
        .from(applicationMessages)
        .where(eq(applicationMessages.applicationId, input.applicationId)),
    );
    expect(messages).toEqual([{ kind: "question", words: "请补充年份。" }]);
  });

  test("a refusal tells its reason in their language", async () => {
    const { email, ...input } = await onDesk(one);
    const refusal = { ...input, reasonCode: "no-link", words: "" };
    await transaction((tx) => refuseApplication(tx, one, refusal));
    expect(await read(input.applicationId)).toMatchObject({ state: "refused" });
    const { verdicts, letters } = await traces(input.applicationId, email);
    expect(verdicts).toMatchObject([{ verdict: "refused", reasonCode: "no-link", words: null }]);
    expect(letters).toMatchObject([{ kind: "applicationRefused", locale: "fr" }]);
    const { message } = referenceItem("reasonsApplicationRefusal", "no-link") ?? {};
    expect(message?.fr).toBeTruthy();
    expect(letters[0]?.data.reason).toBe(message?.fr);
  });

  test.each([
    [{ reasonCode: "other", words: " " }, "wordsNeeded", "words"],
    [{ reasonCode: "unheard-of", words: "x" }, "notInList", "refusalReason"],
  ])("a refusal %j is turned back", async (given, code, field) => {
    const { email, ...input } = await onDesk(one);
    const refused = transaction((tx) => refuseApplication(tx, one, { ...input, ...given }));
    await expect(refused).rejects.toMatchObject({ code, field });
    expect(await traces(input.applicationId, email)).toEqual({
      events: [],
      verdicts: [],
      letters: [],
    });
  });

  test("asking without words is turned back", async () => {
    const { email: _, ...input } = await onDesk(one);
    const asked = transaction((tx) => askForMore(tx, one, { ...input, words: "\n" }));
    await expect(asked).rejects.toMatchObject({ code: "required", field: "words" });
  });
});

describe("who decides", () => {
  const verbs = {
    approve: (viewer: Viewer, input: { applicationId: string; version: number }) =>
      transaction((tx) =>
        approveApplication(tx, viewer, { ...input, organisation: "new", words: "" }),
      ),
    ask: (viewer: Viewer, input: { applicationId: string; version: number }) =>
      transaction((tx) => askForMore(tx, viewer, { ...input, words: "?" })),
    refuse: (viewer: Viewer, input: { applicationId: string; version: number }) =>
      transaction((tx) =>
        refuseApplication(tx, viewer, { ...input, reasonCode: "no-link", words: "" }),
      ),
  };
  const all = Object.keys(verbs) as (keyof typeof verbs)[];

  test.each(all)("%s: only by its taker, told who that is", async (verb) => {
    const { email: _, ...input } = await onDesk(one);
    await expect(verbs[verb](member, input)).rejects.toMatchObject({ code: "notFound" });
    await expect(verbs[verb](two, input)).rejects.toMatchObject({
      code: "takenByColleague",
      values: { name: "Lin Meihua" },
    });
    const { email: __, ...free } = await submitted();
    await expect(verbs[verb](one, free)).rejects.toMatchObject({ code: "takeFirst" });
    const stale = { ...input, version: input.version + 1 };
    await expect(verbs[verb](one, stale)).rejects.toMatchObject({ code: "conflict" });
    expect(await read(input.applicationId)).toMatchObject({ state: "under-review" });
  });

  test.each(all)("%s: after a decision one is told who took it", async (verb) => {
    const { email: _, ...input } = await onDesk(one);
    await verbs.refuse(one, input);
    await expect(verbs[verb](two, input)).rejects.toMatchObject({
      code: "applicationDecided",
      values: { name: "Lin Meihua", verdict: "refused" },
    });
  });

  test.each(all)("%s: after a withdrawal nothing is written", async (verb) => {
    const { email, ...input } = await onDesk(one);
    await transaction((tx) =>
      withdrawApplication(tx, { applicationId: input.applicationId }, input),
    );
    const before = await traces(input.applicationId, email);
    await expect(verbs[verb](one, input)).rejects.toMatchObject({ code: "applicationWithdrawn" });
    expect(await traces(input.applicationId, email)).toEqual(before);
    const opened = await query((db) =>
      db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)),
    );
    expect(opened).toEqual([]);
  });
});

describe("notes", () => {
  test("are kept with their author, in any state, and told to nobody", async () => {
    const { email, ...input } = await submitted({ state: "refused" });
    const note = { applicationId: input.applicationId, words: "Vu au salon." };
    await transaction((tx) => addNote(tx, two, note));
    const kept = await query((db) =>
      db
        .select({ words: applicationMessages.words, authorId: applicationMessages.authorId })
        .from(applicationMessages)
        .where(
          and(
            eq(applicationMessages.applicationId, input.applicationId),
            eq(applicationMessages.kind, "note"),
          ),
        ),
    );
    expect(kept).toEqual([{ words: "Vu au salon.", authorId: two.accountId }]);
    const { events, letters } = await traces(input.applicationId, email);
    expect(events).toEqual([{ name: "application.noted", actorId: two.accountId }]);
    expect(letters).toEqual([]);
  });

  test("are the club team's, on what was handed in", async () => {
    const { applicationId } = await submitted();
    const byMember = transaction((tx) => addNote(tx, member, { applicationId, words: "x" }));
    await expect(byMember).rejects.toMatchObject({ code: "notFound" });
    const draft = await submitted({ state: "draft" });
    const onDraft = transaction((tx) =>
      addNote(tx, one, { applicationId: draft.applicationId, words: "x" }),
    );
    await expect(onDraft).rejects.toMatchObject({ code: "notFound" });
  });
});
