import { and, eq, inArray, like } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { outcomeFollowUps, projectOutcomes } from "@/db/schema/project-parts";
import { addMonths, today } from "@/lib/core/dates";
import { answerFollowUp, askFollowUps, recordOutcome } from "./mutations";
import { countAgreements, getOwnOutcome, listOpenOutcomes } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, {}, account));

async function world(values: Parameters<typeof makeProject>[2] = {}, locale: "fr" | "zh" = "fr") {
  const owner = await member({ locale });
  const given = { moderation: "published", progress: "completed", ...values } as const;
  const project = await transaction((tx) => makeProject(tx, owner.memberId, given));
  return { owner, project };
}

type World = Awaited<ReturnType<typeof world>>;

const record = (
  { project }: World,
  who: Member,
  values: Partial<Parameters<typeof recordOutcome>[2]> = {},
) =>
  transaction((tx) =>
    recordOutcome(tx, who, {
      projectId: project.id,
      before: "",
      agreementKind: "licence",
      words: "",
      isPublic: true,
      ...values,
    }),
  );

async function eventsOf({ project }: World) {
  const isOutcome = like(auditEvents.name, "project.%");
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, data: auditEvents.data })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, project.id), isOutcome))
      .orderBy(auditEvents.id),
  );
  return rows;
}

describe("saying what came of a project", () => {
  test("once, then corrected; each leaves its event", async () => {
    const made = await world();
    const { owner, project } = made;
    await record(made, owner);
    expect(await getOwnOutcome(owner, project.slug)).toMatchObject({
      mayRecord: true,
      outcome: { agreementKind: "licence", isPublic: true },
    });
    await record(made, owner, { before: "licence", agreementKind: "no-agreement" });
    expect((await eventsOf(made)).map(({ name }) => name)).toEqual([
      "project.outcome-recorded",
      "project.outcome-corrected",
    ]);
  });

  test("two at once: one stands, the other is a conflict", async () => {
    const made = await world();
    const outcomes = await Promise.allSettled([
      record(made, made.owner),
      record(made, made.owner, { agreementKind: "investment" }),
    ]);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
  });

  test("only its owner, only once it is over or talks have ended, and “other” needs words", async () => {
    const made = await world({ progress: "in-progress" });
    const [stranger, partner] = await Promise.all([member({ role: "moderator" }), member()]);
    await expect(record(made, stranger)).rejects.toMatchObject({ code: "notFound" });
    await expect(record(made, made.owner)).rejects.toMatchObject({ code: "moveNotAllowed" });
    expect(await getOwnOutcome(stranger, made.project.slug)).toBeNull();
    await transaction((tx) =>
      makeInterest(tx, made.project.id, partner.memberId, { state: "agreement" }),
    );
    await expect(record(made, made.owner, { agreementKind: "other" })).rejects.toMatchObject({
      code: "wordsNeeded",
      field: "words",
    });
    await record(made, made.owner, { agreementKind: "other", words: "Un prêt de machines." });
  });
});

test("public figures count what was signed, may be counted and was not taken down", async () => {
  const before = await countAgreements();
  const made = await world();
  await record(made, made.owner, { isPublic: false });
  expect(await countAgreements()).toBe(before);
  await record(made, made.owner, { before: "licence", isPublic: true });
  expect(await countAgreements()).toBe(before + 1);
  const hide = (hiddenAt: Date | null) =>
    query((db) => db.update(entries).set({ hiddenAt }).where(eq(entries.id, made.project.id)));
  await hide(new Date());
  expect(await countAgreements()).toBe(before);
  await hide(null);
  await record(made, made.owner, { before: "licence", agreementKind: "no-agreement" });
  expect(await countAgreements()).toBe(before);
});

/** An outcome recorded at noon of a day far from those of other suites. */
async function recordedOn(day: string, values: { agreementKind?: string } = {}) {
  const made = await world({}, "zh");
  await record(made, made.owner, values);
  await query((db) =>
    db
      .update(projectOutcomes)
      .set({ recordedAt: new Date(`${day}T11:00:00Z`) })
      .where(eq(projectOutcomes.projectId, made.project.id)),
  );
  return made;
}

const askedOf = async ({ owner }: World) =>
  (await toldTo(owner)).filter(({ kind }) => kind === "outcomeFollowUp");

describe("asking how it goes", () => {
  test.each([
    ["2061-03-15", "2061-09-14", "2061-09-15", "2062-03-14", "2062-03-15"],
    ["2063-08-31", "2064-02-28", "2064-02-29", "2064-08-30", "2064-08-31"],
  ])("recorded on %s: at 6 and 12 months, once each", async (day, ...days) => {
    const made = await recordedOn(day);
    const counts: number[] = [];
    for (const one of days) {
      await Promise.all([askFollowUps(one), askFollowUps(one)]);
      await askFollowUps(one);
      counts.push((await askedOf(made)).length);
    }
    expect(counts).toEqual([0, 1, 1, 2]);
    expect(await askedOf(made)).toMatchObject([
      {
        locale: "zh",
        data: { months: "6", to: `/projects/${made.project.slug}/outcome#follow-up-6` },
      },
      { data: { months: "12" } },
    ]);
    const asked = (await eventsOf(made)).filter(({ name }) => name === "project.follow-up-asked");
    expect(asked.map(({ data }) => data.months)).toEqual([6, 12]);
  });

  test("of two that were missed only the later is asked", async () => {
    const made = await recordedOn("2065-01-10");
    await askFollowUps("2066-05-01");
    await askFollowUps("2066-05-02");
    expect((await askedOf(made)).map(({ data }) => data.months)).toEqual(["12"]);
  });

  test("nobody is asked where nothing was signed, or who is not active", async () => {
    const none = await recordedOn("2067-01-10", { agreementKind: "no-agreement" });
    const gone = await recordedOn("2067-01-10");
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, gone.owner.accountId)),
    );
    await askFollowUps("2067-08-01");
    expect([...(await askedOf(none)), ...(await askedOf(gone))]).toEqual([]);
  });
});

describe("answering", () => {
  test("the dashboard asks what came of a project, then nothing, then how it goes, then nothing", async () => {
    const made = await world();
    const asks = async () => (await listOpenOutcomes(made.owner)).map((one) => one.asks);
    expect(await asks()).toEqual(["outcome"]);
    expect(await listOpenOutcomes(await member())).toEqual([]);
    await record(made, made.owner);
    expect(await asks()).toEqual([]);
    await askFollowUps(addMonths(today(), 6));
    expect(await asks()).toEqual(["followUp"]);
    const followUpId = (await getOwnOutcome(made.owner, made.project.slug))?.followUps[0]?.id ?? "";
    const given = { followUpId, answer: "going-on", words: "" } as const;
    await transaction((tx) => answerFollowUp(tx, made.owner, given));
    expect(await asks()).toEqual([]);
  });

  test("nobody is asked how an agreement goes that turned out to be none", async () => {
    const made = await world();
    await record(made, made.owner);
    await askFollowUps(addMonths(today(), 6));
    const followUpId = (await getOwnOutcome(made.owner, made.project.slug))?.followUps[0]?.id ?? "";
    await record(made, made.owner, { before: "licence", agreementKind: "no-agreement" });
    expect(await listOpenOutcomes(made.owner)).toEqual([]);
    expect((await getOwnOutcome(made.owner, made.project.slug))?.followUps).toEqual([]);
    const given = { followUpId, answer: "grown", words: "" } as const;
    const answering = transaction((tx) => answerFollowUp(tx, made.owner, given));
    await expect(answering).rejects.toMatchObject({ code: "notFound" });
    await record(made, made.owner, { before: "no-agreement", agreementKind: "investment" });
    expect(await listOpenOutcomes(made.owner)).toMatchObject([{ asks: "followUp" }]);
  });

  test("the owner answers and changes the answer; nobody else does", async () => {
    const made = await recordedOn("2068-01-10");
    const { owner, project } = made;
    await askFollowUps("2068-07-10");
    const followUpId = (await getOwnOutcome(owner, project.slug))?.followUps[0]?.id ?? "";
    const answer = (who: Member, given: "grown" | "over") =>
      transaction((tx) => answerFollowUp(tx, who, { followUpId, answer: given, words: "" }));
    await expect(answer(await member(), "grown")).rejects.toMatchObject({ code: "notFound" });
    await answer(owner, "grown");
    await answer(owner, "over");
    expect((await getOwnOutcome(owner, project.slug))?.followUps).toMatchObject([
      { months: 6, answer: "over" },
    ]);
    const names = (await eventsOf(made)).map(({ name }) => name);
    expect(names.filter((name) => name === "project.follow-up-answered")).toHaveLength(2);
    const rows = await query((db) =>
      db
        .select({ id: outcomeFollowUps.id })
        .from(outcomeFollowUps)
        .where(inArray(outcomeFollowUps.id, [followUpId])),
    );
    expect(rows).toHaveLength(1);
  });
});
