import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { mailsTo, toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { introductions } from "@/db/schema/introductions";
import { exportStatements } from "@/lib/accounts/personal-data";
import { addDays, today } from "@/lib/core/dates";
import { listExchanges } from "@/lib/exchanges/queries";
import { getAskedPerson } from "./asking.queries";
import { blockMember } from "./blocking.mutations";
import { keepIntroductionTranslation, translateIntroduction } from "./machine.mutations";
import { getTranslation } from "./machine.queries";
import { askIntroduction, setAsideIntroduction, withdrawIntroduction } from "./mutations";
import { keepBackIntroduction, passOnIntroduction } from "./passing.mutations";
import { getThrough } from "./passing.queries";
import { introductionRefusal } from "./policy";
import { getIntroduction } from "./queries";

vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), TRANSLATION_PROVIDER: "libretranslate" }) };
});

type Member = Awaited<ReturnType<typeof makeMember>>;
type Case = { asker: Member; asked: Member; id: string };

const words = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";

let silent: Case;
/** What else looks like silence. */
const alike: Record<string, Case> = {};

beforeAll(async () => {
  silent = await begin();
  const notNow = await begin();
  await transaction((tx) => setAsideIntroduction(tx, notNow.asked, { introductionId: notNow.id }));
  const blockedSince = await begin();
  await block(blockedSince);
  Object.assign(alike, { notNow, blockedSince, blockedBefore: await begin(block) });
  alike.translated = await begin();
  await translate(alike.translated);
  for (const [name, act] of Object.entries(THROUGH)) {
    let between: Member | undefined;
    const one = await begin(async (two) => {
      between = await joinBeside(two.asked);
      if (name === "deaf") await block({ asker: two.asker, asked: between });
      return between.memberId;
    });
    if (between) await act(one, between);
    alike[name] = one;
  }
});

/** Through somebody, what becomes of it; `unanswered` is silence. */
const THROUGH = {
  unanswered: async () => {},
  deaf: async () => {},
  notPassed: ({ id }: Case, between: Member) =>
    transaction((tx) => keepBackIntroduction(tx, between, { introductionId: id })),
  passedInVain: passOn,
  passedToNotNow: async (one: Case, between: Member) => {
    await passOn(one, between);
    const { asked, id } = one;
    await transaction((tx) => setAsideIntroduction(tx, asked, { introductionId: id }));
  },
  passedToBlocked: async (one: Case, between: Member) => {
    await block(one);
    await passOn(one, between);
  },
  passedByBlocked: async (one: Case, between: Member) => {
    await block({ asker: between, asked: one.asked });
    await passOn(one, between);
  },
};

/** Read by a machine for whoever was asked. */
async function translate({ asked, id: introductionId }: Case) {
  const order = { introductionId, readerId: asked.memberId, locale: "zh" } as const;
  await transaction((tx) => translateIntroduction(tx, asked, order));
  await transaction((tx) => keepIntroductionTranslation(tx, { ...order, words: "海关" }));
  expect(await getTranslation(asked, introductionId, "zh")).toMatchObject({ words: "海关" });
}

function passOn({ id }: Case, between: Member) {
  const note = "Je la connais depuis dix ans.";
  return transaction((tx) => passOnIntroduction(tx, between, { introductionId: id, note }));
}

/** A colleague who may be asked to introduce. */
const joinBeside = (asked: Member) =>
  transaction(async (tx) => {
    const between = await makeMember(tx, { familyName: "Passerelle", mayIntroduce: true });
    await makeOrganisation(tx, {}, [between, asked]);
    return between;
  });

async function block({ asker, asked }: Pick<Case, "asker" | "asked">) {
  await transaction((tx) => blockMember(tx, asked, { memberId: asker.memberId }));
  return undefined;
}

afterAll(closeDatabase);

type Before = (two: Pick<Case, "asker" | "asked">) => Promise<string | undefined>;

async function begin(before?: Before): Promise<Case> {
  const [asker, asked] = await transaction(async (tx) => [
    await makeMember(tx, { familyName: "Navette" }, { role: "administrator" }),
    await makeMember(tx, { familyName: "Quenelle" }),
  ]);
  if (!asker || !asked) throw new Error("nobody joined");
  const goBetweenId = await before?.({ asker, asked });
  const { introductionId: id } = await transaction((tx) =>
    askIntroduction(
      tx,
      asker,
      { memberId: asked.memberId, locale: "fr", words, goBetweenId, isAllowed: true },
      "fr",
    ),
  );
  return { asker, asked, id };
}

/** Everything that the asker reads, without the keys and instants by which any two differ. */
async function seenByAsker({ asker, asked, id }: Case, day: string) {
  const person = await getAskedPerson(asker, { slug: asked.memberSlug });
  const exported: unknown[] = [];
  for (const [table, statement] of exportStatements(asker.accountId)) {
    if (!/introduction|notices|audit|block/.test(table)) continue;
    exported.push([table, (await query((db) => db.execute(statement))).map((row) => row)]);
  }
  const trail = await query((db) =>
    db.select({ name: auditEvents.name }).from(auditEvents).where(eq(auditEvents.subjectId, id)),
  );
  // The mark is made of keys, by which any two differ.
  const lists = [false, true].map((isEnded) =>
    listExchanges(asker, { isEnded, page: 1 }, "fr", { day }),
  );
  const page = await getIntroduction(asker, id, day);
  const all = {
    page,
    through: page && (await getThrough(asker, page)),
    person: person && { ...person, slug: "", accountId: "", memberId: "" },
    lists: (await Promise.all(lists)).map(({ mark: _, ...list }) => list),
    refusal: person && introductionRefusal(asker, person, day),
    told: await toldTo(asker),
    mails: await mailsTo(asker),
    trail,
    exported,
  };
  return JSON.stringify(all)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "key")
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+00:00)?/g, "then")
    .replace(/"(id|seed)":\d+/g, "number");
}

const CASES = ["notNow", "blockedSince", "blockedBefore", "translated"] as const;

const OTHERS = Object.keys(THROUGH).filter((name) => name !== "unanswered");

test.each(OTHERS)("through somebody, %s looks as if nobody had answered", async (name) => {
  for (const days of [0, 29, 90]) {
    const day = addDays(today(), days);
    const seen = await seenByAsker(caseOf(name), day);
    expect(seen).toBe(await seenByAsker(caseOf("unanswered"), day));
    expect(seen).toContain(days === 90 ? '"state":"ended"' : '"state":"asked"');
    expect(seen).toContain("Passerelle");
    expect(seen).not.toMatch(/not-now|passed|"blocked"|dix ans/);
  }
});

function caseOf(name: string): Case {
  const found = alike[name];
  if (!found) throw new Error(`no ${name}`);
  return found;
}

describe("the asker cannot tell not now or a block from silence", () => {
  test.each(
    CASES.flatMap((name) => [
      [name, "on the first day", 0] as const,
      [name, "on the last", 29] as const,
    ]),
  )("%s, %s", async (name, _when, days) => {
    const day = addDays(today(), days);
    const seen = await seenByAsker(caseOf(name), day);
    expect(seen).toBe(await seenByAsker(silent, day));
    expect(seen).toContain('"state":"asked"');
    expect(seen).not.toMatch(/not-now|"blocked"/);
  });

  test.each(CASES)("%s, once it has ended", async (name) => {
    const page = await getIntroduction(silent.asker, silent.id);
    const day = page?.endsOn ?? "";
    const seen = await seenByAsker(caseOf(name), day);
    expect(seen).toBe(await seenByAsker(silent, day));
    expect(seen).toContain('"state":"ended"');
  });

  test("once it was taken back, which all let them do", async () => {
    for (const { asker, id } of [silent, ...CASES.map(caseOf)]) {
      await transaction((tx) => withdrawIntroduction(tx, asker, { introductionId: id }));
    }
    const day = today();
    const expected = await seenByAsker(silent, day);
    for (const name of CASES) {
      const one = caseOf(name);
      expect(await seenByAsker(one, day)).toBe(expected);
      const rows = await query((db) =>
        db
          .select({ endsOn: introductions.endsOn })
          .from(introductions)
          .where(eq(introductions.id, one.id)),
      );
      expect(rows).toEqual([{ endsOn: day }]);
    }
  });
});

test("whoever answered reads their answer, and finds it in their export", async () => {
  const { asked, id } = caseOf("notNow");
  expect((await getIntroduction(asked, id))?.state).toBe("not-now");
  expect(await exported(asked, "introduction_answers")).toContain("not-now");
});

test("whoever blocked reads nothing of it, and finds their block in their export", async () => {
  for (const name of ["blockedSince", "blockedBefore"] as const) {
    const { asker, asked, id } = caseOf(name);
    expect(await getIntroduction(asked, id)).toBeNull();
    for (const isEnded of [false, true]) {
      expect((await listExchanges(asked, { isEnded, page: 1 }, "fr")).keys).toEqual([]);
    }
    expect(await exported(asked, "member_blocks")).toContain(asker.memberId);
    expect(await exported(asker, "member_blocks")).toBe("[]");
  }
  expect(await toldTo(caseOf("blockedBefore").asked)).toEqual([]);
  expect(await mailsTo(caseOf("blockedBefore").asked)).toEqual([]);
});

async function exported({ accountId }: Member, name: string): Promise<string> {
  const statement = exportStatements(accountId).find(([table]) => table === name)?.[1];
  if (!statement) throw new Error(`${name} is not exported`);
  return JSON.stringify([...(await query((db) => db.execute(statement)))]);
}
