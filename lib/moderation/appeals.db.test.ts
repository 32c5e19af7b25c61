import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { CANARY, type OneOfEachKind, oneOfEachKind } from "@/db/one-of-each-kind";
import { codeOf, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { reports } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { listQueue } from "./queries";
import { appealTakeDown, dismissReports, reportThing } from "./reports.mutations";
import { getReported } from "./reports.queries";
import { putBack, takeDown } from "./take-downs.mutations";
import { listTakeDownStates } from "./take-downs.queries";

let world: OneOfEachKind;

beforeEach(async () => {
  world = await transaction(oneOfEachKind);
});
afterAll(() => closeDatabase());

const key = (kind: TakenDownType) => ({ kind, id: world.ids[kind] });

const down = (viewer: Viewer, kind: TakenDownType) =>
  transaction((tx) =>
    takeDown(tx, viewer, { ...key(kind), reasonCode: "misleading", words: "Vos chiffres." }),
  );

const back = (viewer: Viewer, kind: TakenDownType) =>
  transaction((tx) => putBack(tx, viewer, { ...key(kind), words: "" }));

const appeal = (viewer: Viewer, kind: TakenDownType) =>
  transaction((tx) => appealTakeDown(tx, viewer, { ...key(kind), words: "Ils sont sourcés." }));

const leave = (viewer: Viewer, caseId: string) =>
  transaction((tx) => dismissReports(tx, viewer, { caseId, words: "Sans source." }));

const stateOf = async (viewer: Viewer, kind: TakenDownType) =>
  (await listTakeDownStates(viewer, kind, [world.ids[kind]], "fr")).get(world.ids[kind]);

const caseOf = async (kind: TakenDownType) => {
  const isOf = eq(reports.subjectId, world.ids[kind]);
  const rows = await query((db) =>
    db.select({ caseId: reports.caseId, state: reports.state }).from(reports).where(isOf),
  );
  return { caseId: rows.at(-1)?.caseId ?? "", states: rows.map(({ state }) => state) };
};

const inQueue = async (viewer: Viewer, caseId: string) =>
  (await listQueue(viewer, "fr")).find(({ id }) => id === caseId);

const heard = async (viewer: { accountId: string }) =>
  (await mailsTo(viewer)).map(({ kind, data }) => `${kind} ${data.kind}`);

test("who decides reads in which language their words are read", async () => {
  const { author, insider, administrator } = world.viewers;
  const caseWith = async (locale: Locale) => {
    await query((db) =>
      db.update(accounts).set({ locale }).where(eq(accounts.id, author.accountId)),
    );
    return (await getReported(administrator, (await caseOf("project")).caseId, "en"))?.language;
  };
  await down(insider, "project");
  await appeal(author, "project");
  expect([await caseWith("zh"), await caseWith("fr")]).toEqual(["zh", "fr"]);
});

const OWNED = (Object.keys(CANARY) as TakenDownType[]).filter(
  (kind) => !["page", "heritage"].includes(kind),
);

describe("whoever disagrees with a take-down", () => {
  test.each(OWNED)(
    "says so once, and somebody else than who took it down decides: %s",
    async (kind) => {
      const { author, insider, administrator, contact } = world.viewers;
      expect(await codeOf(appeal(author, kind))).toBe("alreadyDecided");
      await down(insider, kind);
      expect(await stateOf(author, kind)).toMatchObject({ mayAppeal: true, appeal: null });
      expect(await codeOf(appeal(contact, kind))).toBe("notFound");
      await appeal(author, kind);
      expect(await codeOf(appeal(author, kind))).toBe("moveNotAllowed");
      expect(await stateOf(author, kind)).toMatchObject({
        ...{ mayAppeal: false, appeal: { isWaiting: true } },
      });
      const { caseId } = await caseOf(kind);
      expect(await inQueue(insider, caseId)).toMatchObject({ isOwn: true });
      expect(await inQueue(administrator, caseId)).toMatchObject({ isOwn: false });
      expect((await inQueue(administrator, caseId))?.owner).toContain("Contestation");
      expect(await inQueue({ ...author, role: "administrator" }, caseId)).toBeUndefined();
      expect(await codeOf(leave(insider, caseId))).toBe("notOnYourself");
      expect(await getReported(administrator, caseId, "fr")).toMatchObject({
        ...{ isAppeal: true, mayDismiss: true, reports: [{ words: "Ils sont sourcés." }] },
      });
      await leave(administrator, caseId);
      expect(await heard(author)).toEqual([`takenDown ${kind}`, "reportDismissed appeal"]);
      const [told, answered] = await mailsTo(author);
      const { title = "", to } = told?.data ?? {};
      expect(answered?.data).toMatchObject({ thing: kind, title, to });
      expect(await stateOf(author, kind)).toMatchObject({
        ...{ mayAppeal: false, appeal: { isWaiting: false } },
      });
      expect(await inQueue(administrator, caseId)).toBeUndefined();
    },
  );

  test("has it back, and may disagree anew the next time", async () => {
    const { author, insider, administrator } = world.viewers;
    await down(insider, "project");
    await appeal(author, "project");
    const { caseId } = await caseOf("project");
    await back(administrator, "project");
    expect((await caseOf("project")).states).toEqual(["upheld"]);
    expect(await codeOf(leave(administrator, caseId))).toBe("alreadyDecided");
    expect(await heard(author)).toEqual(["takenDown project", "putBack project"]);
    const { decision } = (await getReported(insider, caseId, "fr")) ?? {};
    expect(decision).toMatchObject({ verdict: "approved" });
    await down(insider, "project");
    expect(await stateOf(author, "project")).toMatchObject({ mayAppeal: true, appeal: null });
    await appeal(author, "project");
    expect((await caseOf("project")).states).toContain("open");
  });

  test("is not told what became of a report, nor counted as one who reported", async () => {
    const { author, contact, moderator } = world.viewers;
    const said = { ...key("project"), reasonCode: "misleading", words: "" };
    await transaction((tx) => reportThing(tx, contact, said));
    await down(moderator, "project");
    expect(await heard(contact)).toEqual(["reportUpheld project"]);
    await appeal(author, "project");
    await back(moderator, "project");
    expect(await heard(contact)).toEqual(["reportUpheld project"]);
  });
});
