import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { makeMember, makeProject } from "@/db/factories";
import { reports } from "@/db/schema/moderation";
import { record } from "../core/events/record";
import { listEvents } from "./queries";
import { trailFilters } from "./schema";

test("an act on a report is called and found by what was reported and opens its case, but of the viewer's own", async () => {
  const { administrator, moderator, cases } = await transaction(async (tx) => {
    const administrator = await makeMember(tx, {}, { role: "administrator" });
    const moderator = await makeMember(tx, {}, { role: "moderator" });
    const owner = await makeMember(tx, { familyName: "Ouyang", givenName: "Nana" });
    const title = { fr: "Un projet signalé" };
    const project = await makeProject(tx, owner.memberId, { moderation: "published", title });
    const own = await makeProject(tx, administrator.memberId, { moderation: "published", title });
    const report = async (subjectType: TakenDownType, subjectId: string) => {
      const caseId = randomUUID();
      await tx.insert(reports).values({ caseId, subjectType, subjectId, reasonCode: "other" });
      const event = { name: "report.upheld", subjectType: "report", subjectId: caseId } as const;
      await record(tx, moderator, event);
      return caseId;
    };
    const cases = {
      project: await report("project", project.id),
      member: await report("member", owner.memberId),
      own: await report("project", own.id),
    };
    return { administrator, moderator, cases };
  });
  const subjectOf = async (subject: string) => {
    const asked = trailFilters.parse({ subject, actor: moderator.accountId });
    return (await listEvents(administrator, asked, "fr")).entries[0]?.subject;
  };
  const opens = { accountId: null, to: null };
  expect(await subjectOf(cases.project)).toMatchObject({ label: "Un projet signalé", ...opens });
  expect(await subjectOf(cases.member)).toMatchObject({ label: "Nana Ouyang", ...opens });
  expect(await subjectOf(cases.own)).toMatchObject({ label: "", ...opens });
  const found = async (title: string) => {
    const asked = trailFilters.parse({ title, actor: moderator.accountId });
    return (await listEvents(administrator, asked, "fr")).entries.map(({ subject }) => subject.id);
  };
  expect(await found("projet signale")).toEqual([cases.project]);
  expect(await found("Huang Shang")).toEqual([]);
});
