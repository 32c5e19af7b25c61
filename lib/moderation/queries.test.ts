import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { makeAccount, makeApplication, makeMember, makeProject } from "@/db/factories";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import { dueOn } from "./promise";
import { countWaiting, getIdentity, listDecisionsOn, listQueue } from "./queries";

let administrator: Viewer;
let moderator: Viewer;
let member: Viewer & { memberId: string };
let projectId: string;
let applicationId: string;

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    moderator = await makeAccount(tx, { role: "moderator" });
    member = await makeMember(tx);
    const submittedAt = new Date("2020-01-01T00:00:00Z");
    const project = { moderation: "submitted", submittedAt } as const;
    projectId = (await makeProject(tx, member.memberId, project)).id;
    const applied = { familyName: "Ouyang", givenName: "Nana", legalName: "Soieries" };
    applicationId = (
      await makeApplication(tx, {
        answers: applied,
        state: "under-review",
        takenBy: moderator.accountId,
        submittedAt: new Date("2019-12-02T00:00:00Z"),
      })
    ).id;
    await tx.insert(decisions).values([
      {
        subjectType: "project",
        subjectId: projectId,
        verdict: "changes-requested",
        reasonCode: "unclear-text",
        words: "Précisez le lieu.",
        decidedBy: moderator.accountId,
      },
      {
        subjectType: "account",
        subjectId: member.accountId,
        verdict: "reinstated",
        decidedBy: administrator.accountId,
      },
    ]);
  });
});

describe("the queue", () => {
  test("is counted for the club team only", async () => {
    expect(await countWaiting(moderator)).toBeGreaterThan(0);
    expect(await countWaiting(member)).toBe(0);
    expect(await countWaiting(null)).toBe(0);
  });

  test("is listed by what is due first, for the club team only", async () => {
    const items = await listQueue(moderator, "fr");
    const due = items.map(dueOn);
    expect(due).toEqual([...due].sort());
    expect(items.find(({ id }) => id === projectId)).toMatchObject({
      kind: "project",
      owner: "Camille Montclair",
      title: { text: "Acheter ensemble à Ningbo", lang: "fr" },
      isOwn: false,
    });
    expect(await listQueue(member, "fr")).toEqual([]);
  });

  test("holds applications, with who has them, and is counted as it is listed", async () => {
    const items = await listQueue(administrator, "fr");
    expect(items).toHaveLength(await countWaiting(administrator));
    expect(items.find(({ id }) => id === applicationId)).toMatchObject({
      kind: "application",
      title: { text: "Nana Ouyang", lang: null },
      owner: "Soieries",
      taker: { name: "Compte d’essai", isViewer: false },
    });
    const order = items.map(({ id }) => id);
    expect(order.indexOf(applicationId)).toBeLessThan(order.indexOf(projectId));
  });

  test("who stands behind a text is told to the club team only", async () => {
    const identity = await getIdentity(moderator, member.accountId, "fr");
    expect(identity).toMatchObject({ name: "Camille Montclair", status: "active", numbers: [] });
    expect(await getIdentity(member, member.accountId, "fr")).toBeNull();
  });

  test("earlier decisions on a person cover account and projects", async () => {
    const found = await listDecisionsOn(moderator, member.accountId, "fr");
    expect(found.map(({ verdict }) => verdict).sort()).toEqual(["changes-requested", "reinstated"]);
    const change = found.find(({ verdict }) => verdict === "changes-requested");
    expect(change).toMatchObject({
      reason: "Texte peu clair",
      words: "Précisez le lieu.",
      title: "Acheter ensemble à Ningbo",
    });
    expect(await listDecisionsOn(member, member.accountId, "fr")).toEqual([]);
  });

  test("of what was taken back since, and is a draft again, they do not tell the title", async () => {
    const { accountId } = await transaction(async (tx) => {
      const owner = await makeMember(tx);
      const { id } = await makeProject(tx, owner.memberId, { title: { fr: "Encore un secret" } });
      await tx.insert(decisions).values({
        subjectType: "project",
        subjectId: id,
        verdict: "approved",
        decidedBy: moderator.accountId,
      });
      return owner;
    });
    expect(await listDecisionsOn(moderator, accountId, "fr")).toMatchObject([
      { subjectType: "project", verdict: "approved", title: null },
    ]);
  });

  test("earlier decisions on a person cover the applications of their address", async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const { accountId } = await transaction(async (tx) => {
      const { id } = await makeApplication(tx, { email, state: "refused" });
      await tx.insert(decisions).values({
        subjectType: "application",
        subjectId: id,
        verdict: "refused",
        reasonCode: "duplicate",
        decidedBy: moderator.accountId,
      });
      return makeAccount(tx, { email });
    });
    expect(await listDecisionsOn(moderator, accountId, "fr")).toMatchObject([
      { subjectType: "application", reason: "Compte déjà existant", title: null },
    ]);
  });
});
