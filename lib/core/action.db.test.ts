import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { closeDatabase } from "@/db/client";
import { visitorAction } from "./action";
import { authorize } from "./errors";
import { IDLE } from "./form-state";

vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("./auth/request", () => ({
  requireOwnOrigin: async () => {},
  readRequest: async () => ({ client: randomUUID() }),
}));
vi.mock("./auth/viewer", () => ({ getViewer: async () => null }));

afterAll(closeDatabase);

function makeDraft() {
  const draft = { words: "", version: 1 };
  const input = z.strictObject({ words: z.string(), version: z.coerce.number() });
  const action = visitorAction(input, async (_tx, _viewer, sent) => {
    authorize(sent.version === draft.version, "conflict");
    draft.words = sent.words;
    draft.version++;
    return {};
  });
  const send = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return action(IDLE, data);
  };
  return { draft, send };
}

test("a form that is sent twice is taken in once", async () => {
  const { draft, send } = makeDraft();
  const form = { _key: randomUUID(), words: "Un atelier.", version: "1" };
  const answers = [await send(form), await send(form)];
  expect(answers.map(({ status }) => status)).toEqual(["done", "done"]);
  expect(draft).toEqual({ words: "Un atelier.", version: 2 });
});

test("gone back to, edited and sent again, it is told of the conflict and keeps its text", async () => {
  const { draft, send } = makeDraft();
  const form = { _key: randomUUID(), words: "Un atelier.", version: "1" };
  await send(form);
  const again = await send({ ...form, words: "Deux ateliers." });
  expect(again).toMatchObject({
    status: "failed",
    code: "conflict",
    values: { words: "Deux ateliers." },
  });
  expect(draft.words).toBe("Un atelier.");
});

test("an act that lost a deadlock is run anew, and its steps after the commit run once", async () => {
  const steps: string[] = [];
  let tries = 0;
  const action = visitorAction(z.strictObject({}), async (tx, _viewer, _input, context) => {
    tries += 1;
    const step = `try ${tries}`;
    context.afterCommit(async () => void steps.push(step));
    const lost = "do $$ begin raise exception 'lost' using errcode = '40P01'; end $$";
    if (tries === 1) await tx.execute(sql.raw(lost));
    return {};
  });
  const data = new FormData();
  data.set("_key", randomUUID());
  expect(await action(IDLE, data)).toMatchObject({ status: "done" });
  expect(steps).toEqual(["try 2"]);
});
