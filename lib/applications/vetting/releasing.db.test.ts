import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { releaseApplication, takeApplication } from "./mutations";

afterAll(() => closeDatabase());

test("what one has is left to the others, who take it; nobody else leaves it for one", async () => {
  const { one, two, member, input } = await transaction(async (tx) => {
    const one = await makeAccount(tx, { role: "moderator" });
    const taken = { takenBy: one.accountId, takenAt: new Date() };
    const { id, version } = await makeApplication(tx, { state: "under-review", ...taken });
    const two = await makeAccount(tx, { role: "administrator" });
    const input = { applicationId: id, version };
    return { one, two, member: await makeAccount(tx), input };
  });
  const release = (viewer: Viewer) => transaction((tx) => releaseApplication(tx, viewer, input));
  await expect(release(two)).rejects.toMatchObject({ code: "takenByColleague" });
  await expect(release(member)).rejects.toMatchObject({ code: "notFound" });
  await release(one);
  const { state, takenBy } = applications;
  const [row] = await query((db) =>
    db
      .select({ state, takenBy })
      .from(applications)
      .where(eq(applications.id, input.applicationId)),
  );
  expect(row).toEqual({ state: "submitted", takenBy: null });
  await expect(release(one)).rejects.toMatchObject({ code: "takeFirst" });
  await transaction((tx) => takeApplication(tx, two, { ...input, version: input.version + 1 }));
  const events = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, input.applicationId))
      .orderBy(auditEvents.id),
  );
  expect(events).toEqual([
    { name: "application.released", actorId: one.accountId },
    { name: "application.taken", actorId: two.accountId },
  ]);
});
