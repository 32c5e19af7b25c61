import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { codeOf, mailsTo } from "@/db/read-back";
import { reports } from "@/db/schema/moderation";
import { roomUpdates } from "@/db/schema/rooms";
import { exportStatements } from "../accounts/personal-data";
import { listEvents } from "../audit/queries";
import { trailFilters } from "../audit/schema";
import type { Viewer } from "../core/auth/viewer-type";
import { withdrawProject } from "../projects/mutations";
import { countWaiting, listQueue } from "./queries";
import { getReportable } from "./reportable.queries";
import { dismissReports, reportThing } from "./reports.mutations";
import { getReported } from "./reports.queries";
import { takeDown } from "./take-downs.mutations";

let world: OneOfEachKind;

beforeEach(async () => {
  world = await transaction(oneOfEachKind);
});
afterAll(() => closeDatabase());

const say = (viewer: Viewer | null, kind: TakenDownType, change = {}) =>
  transaction((tx) =>
    reportThing(tx, viewer, {
      ...{ kind, id: world.ids[kind], reasonCode: "offensive", words: "Regardez la fin." },
      ...change,
    }),
  );

const down = (viewer: Viewer, kind: TakenDownType) =>
  transaction((tx) =>
    takeDown(tx, viewer, { kind, id: world.ids[kind], reasonCode: "offensive", words: "" }),
  );

const leave = (viewer: Viewer, caseId: string) =>
  transaction((tx) => dismissReports(tx, viewer, { caseId, words: "Rien de blessant." }));

const { caseId, reporterId, words, state } = reports;
const KEPT = { caseId, reporterId, words, state };

const of = (kind: TakenDownType) =>
  query((db) => db.select(KEPT).from(reports).where(eq(reports.subjectId, world.ids[kind])));

const caseOf = async (kind: TakenDownType) => (await of(kind))[0]?.caseId ?? "";

/** What stands in the queue of the things of this world. */
const queueOf = async (viewer: Viewer) => {
  const kinds = Object.keys(world.ids) as TakenDownType[];
  const cases = (await Promise.all(kinds.map(of))).flat().map((one) => one.caseId);
  return (await listQueue(viewer, "fr")).filter(({ id }) => cases.includes(id));
};

const heard = async (viewer: { accountId: string }) =>
  (await mailsTo(viewer)).filter(({ kind }) => kind.startsWith("report"));

describe("whoever sees something wrong", () => {
  test.each(Object.keys(CANARY) as TakenDownType[])(
    "a member who reads it reports it to the team: %s",
    async (kind) => {
      const reader = world.viewers.contact;
      expect((await getReportable(reader, { kind, id: world.ids[kind] }, "fr"))?.to).toBeTruthy();
      await say(reader, kind);
      const [item] = await queueOf(world.viewers.moderator);
      expect(item).toMatchObject({ kind: "report", isOwn: false, taker: null });
      expect(item?.owner).toContain("Propos blessants");
      const found = await getReported(world.viewers.moderator, item?.id ?? "", "fr");
      expect(found).toMatchObject({ kind, id: world.ids[kind], mayDismiss: kind !== "page" });
      expect(found?.reports).toMatchObject([{ words: "Regardez la fin." }]);
      expect(`${found?.title.text} ${found?.words}`).toContain(CANARY[kind]);
    },
  );

  test("a visitor reports what visitors read, and is kept as nobody", async () => {
    for (const kind of ["project", "experience", "cooperation", "heritage", "event"] as const) {
      await say(null, kind);
      expect(await of(kind)).toMatchObject([{ reporterId: null }]);
    }
    await say(null, "organisation");
    await say(null, "activity");
  });

  test.each(["member", "ask", "message", "question", "opinion"] as const)(
    "what a visitor does not read is not there for them to report: %s",
    async (kind) => {
      expect(await codeOf(say(null, kind))).toBe("notFound");
      expect(await getReportable(null, { kind, id: world.ids[kind] }, "fr")).toBeNull();
    },
  );

  test("whoever is not in a room reports what it tells everybody, and comes back to where they read it", async () => {
    const { other, contact } = world.viewers;
    const key = { kind: "update", id: world.ids.update } as const;
    const backOf = async (viewer: Viewer | null) => (await getReportable(viewer, key, "fr"))?.to;
    const page = `/projects/${world.project.slug}`;
    expect(await Promise.all([null, other, contact].map(backOf))).toEqual([
      `${page}#project-news`,
      `${page}#project-news`,
      `${page}/room`,
    ]);
    await say(null, "update");
    await query((db) =>
      db.update(roomUpdates).set({ isPublic: false }).where(eq(roomUpdates.id, key.id)),
    );
    expect(await Promise.all([null, other, contact].map(backOf))).toEqual([
      undefined,
      undefined,
      `${page}/room`,
    ]);
    expect(await codeOf(say(null, "update"))).toBe("notFound");
  });

  test("a message is nobody's to report who is not in its room, hidden or not", async () => {
    const { other, contact, insider } = world.viewers;
    expect(await codeOf(say(other, "message"))).toBe("notFound");
    await down(insider, "message");
    expect(await codeOf(say(contact, "message"))).toBe("notFound");
  });

  test("what was taken down or withdrawn answers as what never was", async () => {
    const { contact, insider, author } = world.viewers;
    await down(insider, "experience");
    await transaction((tx) =>
      withdrawProject(tx, author, { projectId: world.ids.project, version: world.project.version }),
    );
    for (const kind of ["experience", "project"] as const) {
      expect(await codeOf(say(null, kind))).toBe("notFound");
      expect(await codeOf(say(contact, kind))).toBe("notFound");
      const never = { id: crypto.randomUUID() };
      expect(await codeOf(say(contact, kind, never))).toBe("notFound");
    }
  });

  test("nobody reports their own thing, nor what they take down themselves", async () => {
    const { author, moderator } = world.viewers;
    expect(await codeOf(say(author, "project"))).toBe("notFound");
    expect(await codeOf(say(moderator, "project"))).toBe("notFound");
  });
});

describe("the team", () => {
  test("decides once on all that was said of a thing, and each who said it hears; the second is told", async () => {
    const { contact, other, moderator, insider, author } = world.viewers;
    await Promise.all([say(contact, "project"), say(other, "project"), say(null, "project")]);
    await say(contact, "project", { reasonCode: "misleading", words: "" });
    const rows = await of("project");
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(1);
    expect(await queueOf(moderator)).toHaveLength(1);
    const caseId = await caseOf("project");
    const both = await Promise.all([
      codeOf(leave(moderator, caseId)),
      codeOf(leave(insider, caseId)),
    ]);
    expect(both.sort()).toEqual(["alreadyDecided", "done"]);
    for (const viewer of [contact, other]) {
      expect(await heard(viewer)).toMatchObject([
        { kind: "reportDismissed", data: { words: "Rien de blessant.", kind: "project" } },
      ]);
    }
    expect(await mailsTo(author)).toEqual([]);
    expect(await queueOf(moderator)).toEqual([]);
    const { decision } = (await getReported(moderator, caseId, "fr")) ?? {};
    expect(decision).toMatchObject({ verdict: "refused", words: "Rien de blessant." });
  });

  test("takes a message down that nobody of it could read before it was reported", async () => {
    const { contact, author, moderator } = world.viewers;
    expect(await codeOf(down(moderator, "message"))).toBe("notFound");
    await say(contact, "message");
    const caseId = await caseOf("message");
    const found = await getReported(moderator, caseId, "fr");
    expect(found).toMatchObject({ words: CANARY.message, to: null });
    await down(moderator, "message");
    expect((await heard(contact)).map(({ kind }) => kind)).toEqual(["reportUpheld"]);
    expect(JSON.stringify(await heard(contact))).not.toContain(CANARY.message);
    const told = await mailsTo(author);
    expect(told.map(({ kind }) => kind)).toEqual(["takenDown"]);
    expect(JSON.stringify(told)).not.toContain("Regardez");
    expect(await codeOf(leave(moderator, caseId))).toBe("alreadyDecided");
    expect(await queueOf(moderator)).toEqual([]);
  });

  test("what is reported anew after a decision waits anew", async () => {
    const { contact, moderator } = world.viewers;
    await say(contact, "project");
    await leave(moderator, await caseOf("project"));
    await say(contact, "project");
    expect(new Set((await of("project")).map(({ caseId }) => caseId)).size).toBe(2);
    expect(await queueOf(moderator)).toHaveLength(1);
  });

  test("whoever of it is reported neither sees it nor decides, nor is it counted for them", async () => {
    const { insider, contact, moderator, administrator } = world.viewers;
    const before = await countWaiting(insider);
    await say(contact, "member", { id: insider.memberId });
    const [report] = await query((db) =>
      db.select(KEPT).from(reports).where(eq(reports.subjectId, insider.memberId)),
    );
    const caseId = report?.caseId ?? "";
    expect(await countWaiting(insider)).toBe(before);
    expect(await getReported(insider, caseId, "fr")).toBeNull();
    expect((await listQueue(insider, "fr")).map(({ id }) => id)).not.toContain(caseId);
    expect(await codeOf(leave(insider, caseId))).toBe("notFound");
    expect(await codeOf(leave(moderator, caseId))).toBe("moveNotAllowed");
    expect(await codeOf(leave(administrator, caseId))).toBe("done");
  });

  test("whoever reported it leaves the decision to a colleague, and members decide nothing", async () => {
    const { contact, other, moderator } = world.viewers;
    await say(contact, "project");
    const caseId = await caseOf("project");
    expect(await codeOf(leave({ ...contact, role: "moderator" }, caseId))).toBe("notOnYourself");
    expect(await codeOf(leave(other, caseId))).toBe("notFound");
    expect(await getReported(other, caseId, "fr")).toBeNull();
    expect(await queueOf({ ...contact, role: "moderator" })).toMatchObject([{ isOwn: true }]);
    expect(await codeOf(leave(moderator, caseId))).toBe("done");
  });

  test("on what its author took back meanwhile nothing is left but to say so", async () => {
    const { contact, author, moderator } = world.viewers;
    await say(contact, "project");
    await transaction((tx) =>
      withdrawProject(tx, author, { projectId: world.ids.project, version: world.project.version }),
    );
    const caseId = await caseOf("project");
    expect(await codeOf(down(moderator, "project"))).toBe("moveNotAllowed");
    expect(await codeOf(leave(moderator, caseId))).toBe("done");
  });
});

describe("who reported", () => {
  const exported = async ({ accountId }: Viewer) => {
    const [, statement] = exportStatements(accountId).find(([table]) => table === "reports") ?? [];
    if (!statement) throw new Error("reports are not exported");
    return query((db) => db.execute(statement));
  };

  test("is told to the team alone: neither in the export of the one reported nor in the trail", async () => {
    const { contact, author, administrator } = world.viewers;
    await say(contact, "project");
    expect(JSON.stringify([...(await exported(contact))])).toContain("Regardez la fin.");
    expect([...(await exported(author))]).toEqual([]);
    const filters = trailFilters.parse({ name: "report.made" });
    const { total } = await listEvents(administrator, filters, "fr");
    expect(total).toBe(0);
  });
});
