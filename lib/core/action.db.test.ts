import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { beside, closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { accountAction, visitorAction } from "./action";
import { sealReader } from "./auth/form-reader";
import type { Viewer } from "./auth/viewer-type";
import { authorize } from "./errors";
import { IDLE } from "./form-state";
import { getTranslator } from "./i18n/translator";
import { log } from "./log";
import { line } from "./text/fields";

const world = vi.hoisted(() => ({ viewer: null as Viewer | null, wantsPage: false }));

vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("./auth/request", () => ({
  requireOwnOrigin: async () => {},
  readRequest: async () => ({
    client: `client-${randomUUID()}`,
    requestId: "",
    action: "saveDraftAction",
    wantsPage: world.wantsPage,
  }),
}));
vi.mock("./auth/viewer", () => ({ getViewer: async () => world.viewer }));

afterAll(closeDatabase);

function makeDraft(door = visitorAction) {
  const draft = { words: "", version: 1 };
  const input = z.strictObject({ words: z.string(), version: z.coerce.number() });
  const action = door(input, async (_tx, _viewer, sent) => {
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

test("a refusal names each field as its form does, all at once", async () => {
  const input = z.strictObject({ words: line(20), name: line(20), version: z.coerce.number() });
  const send = visitorAction(input, async () => ({}));
  const data = new FormData();
  const sent = { words: "", name: "", version: "1", "_label.words": "Vos mots" };
  for (const [name, value] of Object.entries(sent)) data.set(name, value);
  expect(await send(IDLE, data)).toMatchObject({
    status: "invalid",
    fields: { words: expect.any(String), name: expect.any(String) },
    labels: { words: "Vos mots", name: "" },
  });
});

test("what is refused is told in the order of the page, whatever the order of the rules", async () => {
  const input = z.strictObject({ words: line(20), name: line(20), boxes: z.array(z.string()) });
  const send = visitorAction(input, async () => ({}));
  const data = new FormData();
  for (const name of ["_label.name", "name", "_label.boxes", "_label.words", "words"]) {
    data.set(name, "");
  }
  const state = await send(IDLE, data);
  const { fields = {}, labels = {} } = state as Record<"fields" | "labels", object>;
  expect([Object.keys(fields), Object.keys(labels)]).toEqual([
    ["name", "boxes", "words"],
    ["name", "boxes", "words"],
  ]);
});

test.each([true, false])(
  "a form that waits too long for a lock is given back; whoever has no script (%s) gets a 503",
  async (wantsPage) => {
    world.wantsPage = wantsPage;
    const front = Object.assign(globalThis, { clubRequest: new AsyncLocalStorage() });
    const request = { isNotKept: false };
    const lock = sql`select pg_advisory_xact_lock(20141128)`;
    const send = visitorAction(z.strictObject({ words: z.string() }), async (tx) => {
      await tx.execute(sql`set local lock_timeout = '20ms'`);
      await tx.execute(lock);
      return {};
    });
    const data = new FormData();
    data.set("words", "Un atelier.");
    const state = await transaction(async (tx) => {
      await tx.execute(lock);
      return front.clubRequest.run(request, () => beside(() => send(IDLE, data)));
    });
    const failed = { status: "failed", code: "databaseUnavailable" };
    expect(state).toMatchObject({ ...failed, values: { words: "Un atelier." } });
    expect(request.isNotKept).toBe(wantsPage);
    Object.assign(globalThis, { clubRequest: undefined });
    world.wantsPage = false;
  },
);

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

describe("a form belongs to its reader", () => {
  let agathe: Viewer;
  let basile: Viewer;
  const asAccount = accountAction as unknown as typeof visitorAction;
  const form = (of: Viewer | null) => ({
    _key: `${randomUUID()}~${sealReader(of)}`,
    _locale: "en",
    words: "Mine.",
    version: "1",
  });

  beforeAll(async () => {
    [agathe, basile] = await transaction(async (tx) => [
      await makeMember(tx),
      { ...(await makeMember(tx)), name: "Basile Charvin" },
    ]);
  });
  beforeEach(() => {
    world.viewer = basile;
  });
  afterEach(() => {
    world.viewer = null;
  });

  test("opened as one member and sent as the next, it writes nothing and says who is signed in", async () => {
    const { draft, send } = makeDraft(asAccount);
    const sent = form(agathe);
    const answer = await send(sent);
    const words = getTranslator("en", "errors")("otherReader", { name: "Basile Charvin" });
    expect(answer).toMatchObject({
      status: "failed",
      code: "otherReader",
      message: words,
      values: { words: "Mine." },
      // Drawn again for the next member, it is still the first one's form.
      reader: sealReader(agathe),
    });
    expect(draft).toEqual({ words: "", version: 1 });
    world.viewer = agathe;
    expect(await send(sent)).toMatchObject({ status: "done" });
  });

  test("what saves by itself is refused alike", async () => {
    const { draft, send } = makeDraft(asAccount);
    const { _key, ...rest } = form(agathe);
    const byItself = { ...rest, _key: _key.replace(/^.*~/, "~") };
    expect(await send(byItself)).toMatchObject({ code: "otherReader" });
    world.viewer = agathe;
    expect(await send(byItself)).toMatchObject({ status: "done" });
    expect(draft.version).toBe(2);
  });

  test.each([
    ["without a key", "", "formOutdated"],
    ["with a key that tells no reader", randomUUID(), "formOutdated"],
    ["drawn for a visitor", `~${sealReader(null)}`, "otherReader"],
    ["with a reader of its own making", `~${"A".repeat(22)}`, "otherReader"],
  ])("%s it changes nothing of an account", async (_name, _key, code) => {
    const { draft, send } = makeDraft(asAccount);
    expect(await send({ ...form(basile), _key })).toMatchObject({ code });
    expect(draft.version).toBe(1);
  });

  test("a form that hangs on no account is taken from whoever sends it", async () => {
    for (const of of [null, agathe, basile]) {
      expect(await makeDraft().send(form(of))).toMatchObject({ status: "done" });
    }
  });

  test("a session that ended asks to sign in again, and the form stays its reader's", async () => {
    world.viewer = null;
    expect(await makeDraft(asAccount).send(form(agathe))).toMatchObject({
      code: "signInFirst",
      reader: sealReader(agathe),
    });
  });

  test("each refusal leaves one line: account, action, client and code, no word of the form", async () => {
    const line = vi.spyOn(log, "info").mockImplementation(() => undefined);
    await makeDraft(asAccount).send(form(agathe));
    await makeDraft(asAccount).send({ ...form(basile), version: "soon" });
    expect(line.mock.calls.map(([about]) => about)).toEqual([
      {
        event: "refused",
        code: "otherReader",
        action: "saveDraftAction",
        accountId: basile.accountId,
        client: expect.stringMatching(/^client-/),
        request: "",
      },
      expect.objectContaining({ code: "checkFields", fields: ["version"] }),
    ]);
    line.mockRestore();
  });
});
