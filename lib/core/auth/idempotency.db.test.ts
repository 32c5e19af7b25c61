import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { idempotencyKeys } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { record } from "../events/record";
import { forgetOutcome, keyOfForm, recallOutcome, rememberOutcome } from "./idempotency";
import type { Viewer } from "./viewer-type";

afterAll(() => closeDatabase());

const make = () => transaction((tx) => makeAccount(tx));

/** What the door does with a form's key and content, around a mutation that leaves one line in the trail. */
const submit = (viewer: Viewer, sent: string, subjectId: string, answer: string, content = {}) =>
  transaction(async (tx) => {
    const key = keyOfForm(sent, content);
    const earlier = await recallOutcome<{ answer: string }>(tx, viewer, key);
    if (earlier) return earlier;
    await record(tx, viewer, { name: "test.done", subjectType: "account", subjectId });
    await rememberOutcome(tx, key, { answer });
    return { answer };
  });

const effects = (subjectId: string) =>
  query((db) =>
    db.select({ id: auditEvents.id }).from(auditEvents).where(eq(auditEvents.subjectId, subjectId)),
  );

test("one form sent fifty times at once has one effect and one answer", async () => {
  const viewer = await make();
  const [key, subject] = [randomUUID(), randomUUID()];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, time) => submit(viewer, key, subject, `answer ${time}`)),
  );
  expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
  expect(await effects(subject)).toHaveLength(1);
});

test("a form that was edited and sent again under its old key is another form", async () => {
  const viewer = await make();
  const [key, subject] = [randomUUID(), randomUUID()];
  const first = { words: "Un atelier.", version: 1 };
  const edited = { words: "Deux ateliers.", version: 1 };
  expect(await submit(viewer, key, subject, "first", first)).toEqual({ answer: "first" });
  expect(await submit(viewer, key, subject, "edited", edited)).toEqual({ answer: "edited" });
  expect(await submit(viewer, key, subject, "again", { ...first })).toEqual({ answer: "first" });
  expect(await effects(subject)).toHaveLength(2);
});

test("a second submit is answered as the first was, with the fields that the form goes on from", async () => {
  const key = keyOfForm(randomUUID(), {});
  const outcome = { notice: "saved", kept: { version: 2, revisionId: randomUUID() } };
  await transaction(async (tx) => {
    await recallOutcome(tx, null, key);
    await rememberOutcome(tx, key, outcome);
  });
  expect(await transaction((tx) => recallOutcome(tx, null, key))).toEqual(outcome);
});

test("where a form leads by a link that lets somebody in, a copy of the database does not tell", async () => {
  const key = keyOfForm(randomUUID(), {});
  const token = randomUUID();
  const outcome = { notice: "saved", redirectTo: `/reset-password?token=${token}` };
  await transaction(async (tx) => {
    await recallOutcome(tx, null, key);
    await rememberOutcome(tx, key, outcome);
  });
  const [row] = await query((db) =>
    db
      .select()
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.key, key ?? "")),
  );
  expect(JSON.stringify(row?.outcome)).not.toContain(token);
  expect(await transaction((tx) => recallOutcome(tx, null, key))).toEqual(outcome);
});

test("a form that was refused may be sent again", async () => {
  const viewer = await make();
  const [key, subject] = [randomUUID(), randomUUID()];
  const refused = transaction(async (tx) => {
    await recallOutcome(tx, viewer, key);
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  expect(await submit(viewer, key, subject, "done")).toEqual({ answer: "done" });
  expect(await effects(subject)).toHaveLength(1);
});

test("a form that answers with a cookie runs again when it is sent twice at once", async () => {
  const viewer = await make();
  const key = randomUUID();
  const signIn = () =>
    transaction(async (tx) => {
      const earlier = await recallOutcome(tx, viewer, key);
      if (!earlier) await forgetOutcome(tx, key);
      return earlier === null;
    });
  expect(await Promise.all([signIn(), signIn(), signIn()])).toEqual([true, true, true]);
});

test("another account's key opens nothing", async () => {
  const [one, two] = [await make(), await make()];
  const [key, subject] = [randomUUID(), randomUUID()];
  await submit(one, key, subject, "private");
  await expect(submit(two, key, subject, "x")).rejects.toMatchObject({ code: "conflict" });
  expect(await effects(subject)).toHaveLength(1);
});

test.each(["", "short", "x".repeat(101), "a key with spaces", null])(
  "%j is no key: nothing is recalled",
  async (sent) => {
    const viewer = await make();
    const key = keyOfForm(sent, {});
    expect(key).toBeNull();
    expect(await transaction((tx) => recallOutcome(tx, viewer, key))).toBeNull();
  },
);
