import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { makeAccount } from "@/db/factories";
import { sessions } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { secondFactors } from "@/db/schema/second-factors";
import { SESSIONS_AT_MOST } from "@/lib/core/auth/session-life";
import { findViewer } from "@/lib/core/auth/viewer";
import { listSessions } from "./queries";
import { settleSession, startSession } from "./starting.mutations";

afterAll(closeDatabase);

const DEVICE = { userAgent: "", address: "" };

async function someone(role: Role = "member") {
  const email = `${randomUUID()}@example.org`;
  const viewer = await transaction((tx) => makeAccount(tx, { email, role }));
  const account = { id: viewer.accountId, email, status: "active" } as const;
  const start = () => transaction((tx) => startSession(tx, null, account, DEVICE));
  return { viewer, start };
}

const leftUnseen = (id: string, interval: string) =>
  query((db) =>
    db
      .update(sessions)
      .set({ seenAt: sql`now() - ${interval}::interval` })
      .where(eq(sessions.id, id)),
  );

describe("a session left open", () => {
  test.each([
    ["member", "13 days", "15 days"],
    ["moderator", "11 hours", "13 hours"],
    ["administrator", "11 hours", "13 hours"],
  ] as const)("lives for a %s after %s, not after %s", async (role, short, long) => {
    const { viewer, start } = await someone(role);
    const visited = await start();
    await leftUnseen(visited.sessionId, short);
    expect(await findViewer(visited.token)).toMatchObject({ role });
    const left = await someone(role);
    const { token, sessionId } = await left.start();
    await leftUnseen(sessionId, long);
    expect(await findViewer(token)).toBeNull();
    expect(await listSessions({ ...left.viewer, sessionId })).toEqual([]);
    expect(await listSessions({ ...viewer, ...visited })).toHaveLength(1);
  });
});

describe("the twenty-first session", () => {
  test("ends the least recently seen and leaves a line of it", async () => {
    const { viewer, start } = await someone();
    const opened = [];
    for (let time = 0; time < SESSIONS_AT_MOST; time++) opened.push(await start());
    const oldest = opened[7]?.sessionId ?? "";
    await leftUnseen(oldest, "2 hours");
    const { sessionId, token } = await start();
    const here = { ...viewer, sessionId };
    const living = (await listSessions(here)).map(({ id }) => id);
    expect(living).toHaveLength(SESSIONS_AT_MOST);
    expect(living).not.toContain(oldest);
    expect(await findViewer(token)).not.toBeNull();
    const lines = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, oldest))
        .orderBy(auditEvents.id),
    );
    expect(lines).toEqual([{ name: "session.ended", data: { most: SESSIONS_AT_MOST } }]);
  });

  test("is never left over when many sign in at once", async () => {
    const { viewer, start } = await someone();
    await Promise.all(Array.from({ length: 30 }, start));
    const own = eq(sessions.accountId, viewer.accountId);
    expect(await query((db) => db.$count(sessions, own))).toBe(SESSIONS_AT_MOST);
  });

  test("pushes nobody out who gave the second factor, while others wait with the first alone", async () => {
    const { viewer, start } = await someone();
    const { accountId } = viewer;
    const whole = await start();
    await query((db) =>
      db
        .insert(secondFactors)
        .values({ accountId, secret: "sealed", lastStep: 1, confirmedAt: new Date() }),
    );
    await query((db) =>
      db
        .update(sessions)
        .set({ secondFactorAt: sql`now()`, seenAt: sql`now() - interval '1 hour'` })
        .where(eq(sessions.id, whole.sessionId)),
    );
    for (let time = 0; time <= SESSIONS_AT_MOST; time++) {
      expect(await start()).toMatchObject({ isHalf: true });
    }
    const { sessionId } = await start();
    await query((db) =>
      db.update(sessions).set({ secondFactorAt: sql`now()` }).where(eq(sessions.id, sessionId)),
    );
    await transaction((tx) => settleSession(tx, { accountId, sessionId }, DEVICE));
    expect(await findViewer(whole.token)).not.toBeNull();
  });
});
