import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { beside, closeDatabase, query, transaction } from "@/db/client";
import { updateEntries } from "@/db/entry-rows";
import { MEMBERSHIP_STATUSES, MODERATION_STATES } from "@/db/enums";
import { makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { deadlineWarnings } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import { addDays, daysBetween } from "@/lib/core/dates";
import { log } from "@/lib/core/log";
import { queueMails } from "@/lib/core/mail/queue-mail";
import { renderMail } from "@/lib/core/mail/render-mail";
import { expireProjects, warnOfDeadlines } from "./deadlines.mutations";

vi.mock("@/lib/core/mail/queue-mail", async (original) => {
  const real = await original<typeof import("@/lib/core/mail/queue-mail")>();
  return { ...real, queueMails: vi.fn(real.queueMails) };
});

afterAll(closeDatabase);

/** Far from the days of other suites. */
const DEADLINE = "2091-11-30";

type Values = NonNullable<Parameters<typeof makeProject>[2]>;

const make = (values: Values = {}, account: Parameters<typeof makeMember>[2] = {}) =>
  transaction(async (tx) => {
    const owner = await makeMember(tx, {}, account);
    const online = { moderation: "published", deadline: DEADLINE, ...values } as const;
    return { owner, ...(await makeProject(tx, owner.memberId, online)) };
  });

type Made = Awaited<ReturnType<typeof make>>;

const toldOf = ({ owner }: Made) => toldTo(owner);

const daysTold = async (made: Made) =>
  (await toldOf(made)).map(({ kind, data }) => (kind === "deadlineSoon" ? data.days : kind));

const noticesOf = async ({ id }: Made) => {
  const rows = await query((db) =>
    db
      .select({ kind: deadlineWarnings.kind })
      .from(deadlineWarnings)
      .where(eq(deadlineWarnings.projectId, id)),
  );
  return rows.map(({ kind }) => kind).sort();
};

const setDeadline = ({ id }: Made, deadline: string) =>
  query((db) => db.update(projects).set({ deadline }).where(eq(projects.id, id)));

const runDay = async (day: string) => {
  await warnOfDeadlines(day);
  await expireProjects(day);
};

const runDays = async (from: number, to: number, deadline = DEADLINE) => {
  for (let left = from; left <= to; left += 1) await runDay(addDays(deadline, left));
};

test("what was taken down tells nobody of its deadline", async () => {
  const hidden = await make({ hiddenAt: new Date() });
  await runDays(-30, 1);
  expect(await daysTold(hidden)).toEqual([]);
  expect(await noticesOf(hidden)).toEqual([]);
});

describe("every day from 35 days before to 2 days after", () => {
  test.each(["2091-11-30", "2092-03-30", "2092-10-26"])("until %s", async (deadline) => {
    const made = await make({ deadline });
    const seen: [number, string | undefined][] = [];
    let count = 0;
    for (let left = -35; left <= 2; left += 1) {
      const day = addDays(deadline, left);
      // Two workers, twice.
      await Promise.all([runDay(day), runDay(day)]);
      await runDay(day);
      const told = await daysTold(made);
      if (told.length > count) seen.push([left, told.slice(count).join()]);
      count = told.length;
    }
    expect(seen).toEqual([
      [-30, "30"],
      [-7, "7"],
      [-1, "1"],
      [1, "projectExpired"],
    ]);
    expect(daysBetween(addDays(deadline, -30), deadline)).toBe(30);
  });
});

describe("what was missed", () => {
  test.each([
    [-20, ["20"], ["deadline-30"]],
    [-5, ["5"], ["deadline-30", "deadline-7"]],
    [0, ["0"], ["deadline-1", "deadline-30", "deadline-7"]],
    [1, [], []],
  ])("the first run %i days from it mails the nearest alone", async (left, told, noted) => {
    const made = await make();
    await warnOfDeadlines(addDays(DEADLINE, left));
    await warnOfDeadlines(addDays(DEADLINE, left));
    expect(await daysTold(made)).toEqual(told);
    expect(await noticesOf(made)).toEqual(noted);
  });

  test("a passed deadline is told weeks later, once", async () => {
    const made = await make();
    await runDays(40, 42);
    expect(await daysTold(made)).toEqual(["projectExpired"]);
  });
});

describe("a deadline that changes in between", () => {
  test("one that its owner prolongs is warned of anew", async () => {
    const made = await make();
    await runDays(-31, 1);
    const later = addDays(DEADLINE, 90);
    await setDeadline(made, later);
    await runDays(2, 3);
    await runDays(-31, 1, later);
    const once = ["30", "7", "1", "projectExpired"];
    expect(await daysTold(made)).toEqual([...once, ...once]);
  });

  test("a nearer one is warned of at once", async () => {
    const made = await make();
    await runDays(-31, -29);
    await setDeadline(made, addDays(DEADLINE, -22));
    await runDay(addDays(DEADLINE, -28));
    expect(await daysTold(made)).toEqual(["30", "6"]);
  });

  test("one that changes while the run waits for the project is looked at again", async () => {
    const made = await make();
    const day = addDays(DEADLINE, -7);
    let run: Promise<unknown> = Promise.resolve();
    await transaction(async (tx) => {
      const later = { deadline: addDays(DEADLINE, 60), version: sql`version + 1` };
      await updateEntries(tx, "project", eq(entries.id, made.id), later);
      run = beside(() => warnOfDeadlines(day));
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await run;
    expect(await toldOf(made)).toEqual([]);
    expect(await noticesOf(made)).toEqual([]);
  });
});

test("leaves events, and mails in the owner's language that lead to the project", async () => {
  const made = await make({ title: { fr: "Thé", zh: "茶叶" } }, { locale: "zh" });
  await runDays(-7, -7);
  await runDays(1, 1);
  const [warning, expiry] = await toldOf(made);
  expect(warning).toMatchObject({ kind: "deadlineSoon", locale: "zh" });
  expect(warning?.data).toMatchObject({ title: "茶叶", to: `/projects/${made.slug}#renewal` });
  expect(renderMail("deadlineSoon", "zh", warning?.data ?? {}).text).toContain("2091年11月30日");
  const inDays = (days: string) =>
    renderMail("deadlineSoon", "fr", { ...warning?.data, days }).subject;
  expect(inDays("0")).toContain("aujourd’hui");
  expect(inDays("0")).not.toBe(inDays("7"));
  const { subject, text } = renderMail("projectExpired", "zh", expiry?.data ?? {});
  expect(subject).toContain("茶叶");
  expect(text).toContain(`/zh/projects/${made.slug}#renewal`);
  const isMine = and(
    eq(auditEvents.subjectId, made.id),
    inArray(auditEvents.name, ["project.deadline-warned", "project.expired"]),
  );
  const events = await query((db) =>
    db
      .select({ name: auditEvents.name, actor: auditEvents.actorId, data: auditEvents.data })
      .from(auditEvents)
      .where(isMine)
      .orderBy(auditEvents.id),
  );
  const deadline = DEADLINE;
  expect(events).toEqual([
    {
      name: "project.deadline-warned",
      actor: null,
      data: { deadline, warning: "deadline-7" },
    },
    { name: "project.expired", actor: null, data: { deadline } },
  ]);
});

describe("whom a run leaves alone", () => {
  const silent = async (made: Made) => {
    await runDays(-1, 1);
    expect(await toldOf(made)).toEqual([]);
    expect(await noticesOf(made)).toEqual([]);
  };

  test.each(MEMBERSHIP_STATUSES.filter((status) => status !== "active"))(
    "an owner who is %s",
    async (status) => silent(await make({}, { status })),
  );

  test.each(MODERATION_STATES.filter((state) => state !== "published"))(
    "a project that is %s",
    async (moderation) => silent(await make({ moderation })),
  );

  test.each(["completed", "dropped"] as const)("a project that is %s", async (progress) =>
    silent(await make({ progress })),
  );

  test("a project without a deadline", async () => silent(await make({ deadline: null })));

  test("what goes wrong with one keeps nothing from the others, and is made up for", async () => {
    const deadline = "2095-05-05";
    const all = [await make({ deadline }), await make({ deadline }), await make({ deadline })];
    const error = vi.spyOn(log, "error").mockReturnValue();
    vi.mocked(queueMails).mockRejectedValueOnce(new Error("the mail cannot be made"));
    expect(await warnOfDeadlines(addDays(deadline, -7))).toEqual({ warned: 2, failed: 1 });
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ task: "warn-of-deadlines", reason: "the mail cannot be made" }),
    );
    error.mockRestore();
    expect(await warnOfDeadlines(addDays(deadline, -6))).toEqual({ warned: 1, failed: 0 });
    const told = await Promise.all(all.map(daysTold));
    expect(told.flat().sort()).toEqual(["6", "7", "7"]);
  });
});
