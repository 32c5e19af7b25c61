import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { APPLICATION_STATES, type ApplicationState } from "@/db/enums";
import { completeAnswers, makeApplication, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { applicationMessages, applications } from "@/db/schema/applications";
import { nameKeys } from "@/lib/organisations/names";
import {
  answerQuestion,
  chooseOrganisation,
  saveAnswers,
  submitApplication,
  withdrawApplication,
} from "./mutations";
import type { Applicant } from "./policy";
import { getOwnApplication } from "./queries";
import { readAnswers } from "./stored-answers";

afterAll(closeDatabase);

const complete = readAnswers({
  ...completeAnswers(),
  legalName: "Atelier Montclair",
  organisationKind: "sme",
  registrationId: "732829320",
});

type Values = Partial<typeof applications.$inferInsert>;

async function make(values: Values = {}) {
  const row = await transaction((tx) =>
    makeApplication(tx, { state: "draft", answers: complete, ...values }),
  );
  return { ...row, applicationId: row.id, version: 1, key: { applicationId: row.id } };
}

async function read(id: string) {
  const { state, answers, version, matchKeys, organisationId, submittedAt } = applications;
  const [row] = await query((db) =>
    db
      .select({ state, answers, version, matchKeys, organisationId, submittedAt })
      .from(applications)
      .where(eq(applications.id, id)),
  );
  if (!row) throw new Error("the application is gone");
  return row;
}

type Made = Awaited<ReturnType<typeof make>>;
type Verb = (tx: Transaction, applicant: Applicant | null, made: Made) => Promise<unknown>;

const VERBS: Record<string, { verb: Verb; from: ApplicationState; to: ApplicationState }> = {
  save: {
    verb: (tx, key, made) =>
      saveAnswers(tx, key, { ...made, step: "contact", answers: {}, locale: "fr" }),
    from: "draft",
    to: "draft",
  },
  choose: {
    verb: (tx, key, made) => chooseOrganisation(tx, key, { ...made, organisationId: null }),
    from: "draft",
    to: "draft",
  },
  submit: {
    verb: (tx, key, made) => submitApplication(tx, key, made),
    from: "draft",
    to: "submitted",
  },
  answer: {
    verb: (tx, key, made) => answerQuestion(tx, key, { ...made, words: "Voici." }),
    from: "info-requested",
    to: "under-review",
  },
  withdraw: { verb: withdrawApplication, from: "under-review", to: "withdrawn" },
};

const run = (verb: Verb, made: Made, key: Applicant | null = made.key) =>
  transaction((tx) => verb(tx, key, made));

describe.each(Object.entries(VERBS))("%s", (name, { verb, from, to }) => {
  test("happens, raises the version and leaves an event", async () => {
    const made = await make({ state: from });
    await run(verb, made);
    expect(await read(made.id)).toMatchObject({ state: to, version: 2 });
    expect(await eventsOn(made.id)).not.toEqual([]);
  });

  test("is not there for a foreign key and for none", async () => {
    const made = await make({ state: from });
    const foreign = await make();
    for (const key of [foreign.key, null]) {
      await expect(run(verb, made, key)).rejects.toMatchObject({ code: "notFound" });
    }
    expect(await read(made.id)).toMatchObject({ state: from, version: 1, answers: complete });
    expect(await eventsOn(made.id)).toEqual([]);
  });

  test("refuses an older version, and happens once of two at once", async () => {
    const made = { ...(await make({ state: from })), version: 2 };
    await expect(run(verb, made)).rejects.toMatchObject({ code: "conflict" });
    const other = await make({ state: from });
    const both = await Promise.allSettled([run(verb, other), run(verb, other)]);
    // What another tab has handed in is handed in.
    const second = name === "submit" ? "fulfilled" : "rejected";
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", second]);
    expect((await read(other.id)).version).toBe(2);
    const alone = await make({ state: from });
    await run(verb, alone);
    expect(await eventsOn(other.id)).toEqual(await eventsOn(alone.id));
  });

  const closed = APPLICATION_STATES.filter((state) => {
    const open: ApplicationState[] = ["draft", "submitted", "under-review", "info-requested"];
    return name === "withdraw" ? !open.includes(state) : state !== from;
  });

  test.each(closed)("is refused in the state %s", async (state) => {
    const made = await make({ state });
    const code = name === "answer" ? "answerTooLate" : "moveNotAllowed";
    await expect(run(verb, made)).rejects.toMatchObject({ code });
    expect(await read(made.id)).toMatchObject({ state, version: 1 });
  });
});

describe("saveAnswers", () => {
  test("keeps what is wrong and tells it", async () => {
    const made = await make({ answers: {} });
    const answers = { phone: "call me", wechat: "lin_meihua" };
    const saved = await run(
      (tx, key) => saveAnswers(tx, key, { ...made, step: "contact", answers, locale: "fr" }),
      made,
    );
    expect(saved).toEqual({
      version: made.version + 1,
      faults: [{ field: "phone", step: "contact", code: "notAPhone" }],
      joins: false,
      isKnown: false,
      proposed: null,
    });
    expect((await read(made.id)).answers).toEqual(answers);
  });
});

describe("a Chinese name typed alone", () => {
  const answers = {
    nameZh: "吴佳绫",
    familyName: "",
    givenName: "",
    nameOrder: "family-first",
  } as const;
  const save = async (settlesNames: boolean) => {
    const made = await make({ answers: {} });
    const saved = await run(
      (tx, key) =>
        saveAnswers(tx, key, { ...made, step: "identity", answers, locale: "zh", settlesNames }),
      made,
    );
    return { saved, answers: (await read(made.id)).answers };
  };

  test("gets its reading when the page is left", async () => {
    expect(await save(true)).toMatchObject({
      saved: { proposed: { nameZh: "吴佳绫", familyName: "Wu", givenName: "Jialing" } },
      answers: { ...answers, familyName: "Wu", givenName: "Jialing" },
    });
  });

  test("stays as it is while it is typed", async () => {
    const { nameZh, nameOrder } = answers;
    const { saved, answers: kept } = await save(false);
    expect(saved).toMatchObject({ proposed: null });
    expect(kept).toEqual({ nameZh, nameOrder });
  });
});

describe("chooseOrganisation", () => {
  test("is offered on the page that asks the name or the number, and never for a hidden one", async () => {
    const [shown, hidden] = ["542065479", "552081317"];
    await transaction((tx) => makeOrganisation(tx, { siren: shown }));
    await transaction((tx) => makeOrganisation(tx, { siren: hidden, visibility: "team" }));
    const save = async (registrationId: string, step: "registration" | "contact") => {
      const made = await make({ answers: { ...complete, registrationId } });
      const answers = step === "registration" ? { registrationId } : {};
      return run((tx, key) => saveAnswers(tx, key, { ...made, step, answers, locale: "fr" }), made);
    };
    expect(await save(shown, "registration")).toMatchObject({ isKnown: true });
    expect(await save(shown, "contact")).toMatchObject({ isKnown: false });
    expect(await save(hidden, "registration")).toMatchObject({ isKnown: false });
  });

  test("joins one that the applicant named, in either script, and no other", async () => {
    const name = { fr: `Soierie ${crypto.randomUUID()}`, zh: "里昂丝绸有限公司" };
    const { id } = await transaction((tx) =>
      makeOrganisation(tx, { name, nameKeys: nameKeys(Object.values(name)) }),
    );
    const named = await make({ answers: { legalName: "里昂絲綢" } });
    const other = await make({ answers: { legalName: "Une autre" } });
    const choose = (made: Made) =>
      run((tx, key) => chooseOrganisation(tx, key, { ...made, organisationId: id }), made);
    await choose(named);
    expect((await read(named.id)).organisationId).toBe(id);
    await expect(choose(other)).rejects.toMatchObject({ code: "notFound" });
    expect((await read(other.id)).organisationId).toBeNull();
  });

  test("joins one by its number", async () => {
    const siren = "784671695";
    const { id } = await transaction((tx) => makeOrganisation(tx, { siren }));
    const made = await make({ answers: { registrationId: siren } });
    await run((tx, key) => chooseOrganisation(tx, key, { ...made, organisationId: id }), made);
    expect(await getOwnApplication(made.key, "fr")).toMatchObject({
      organisationName: "Atelier Montclair",
    });
  });
});

test("an answer is kept for the team and its applicant; notes of the team are not the applicant's", async () => {
  const made = await make({ state: "info-requested" });
  await query((db) =>
    db.insert(applicationMessages).values([
      { applicationId: made.id, kind: "question", words: "Depuis quand ?" },
      { applicationId: made.id, kind: "note", words: "À vérifier" },
    ]),
  );
  await run(VERBS.answer?.verb as Verb, made);
  const own = await getOwnApplication(made.key, "fr");
  expect(own?.messages.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
    "question: Depuis quand ?",
    "answer: Voici.",
  ]);
  expect(JSON.stringify(own)).not.toContain("À vérifier");
});
