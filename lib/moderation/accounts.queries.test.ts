import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { knownBrowsers, sessions } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import type { Viewer } from "../core/auth/viewer-type";
import { record } from "../core/events/record";
import { endSessions } from "../sessions/mutations";
import { ACCOUNTS_PER_PAGE, getAccountDossier, listAccounts } from "./accounts.queries";
import { accountFilters } from "./schema";

let administrator: Viewer;
let moderator: Viewer;
let member: Viewer & { memberId: string };
const mark = randomUUID().slice(0, 8);
const email = `canary-${mark}@example.org`;

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    moderator = await makeAccount(tx, { role: "moderator" });
    member = await makeMember(tx, { searchNames: `camille montclair ${mark}` }, { email });
    await makeProject(tx, member.memberId, { moderation: "submitted" });
    await makeProject(tx, member.memberId, { title: { fr: "Brouillon à moi" } });
  });
});

const list = (viewer: Viewer, asked: Record<string, string>) =>
  listAccounts(viewer, accountFilters.parse(asked), "fr");

describe("accounts", () => {
  test("are found by name and by address", async () => {
    for (const q of [mark, email.toUpperCase(), member.accountId]) {
      const { rows, total } = await list(administrator, { q });
      expect(total).toBe(1);
      expect(rows[0]).toMatchObject({ id: member.accountId, email, name: "Camille Montclair" });
    }
  });

  test("narrow by status and role; signs that search uses stand for themselves", async () => {
    expect((await list(administrator, { q: mark, status: "suspended" })).total).toBe(0);
    expect((await list(administrator, { q: mark, role: "member" })).total).toBe(1);
    expect((await list(administrator, { q: `${mark.slice(0, 4)}%` })).total).toBe(0);
  });

  test("that are called alike stand on one page each", async () => {
    const alike = `alike ${randomUUID()}`;
    const pages = ["1", "2", "3", "4", "5", "6"];
    const count = pages.length * ACCOUNTS_PER_PAGE;
    await transaction(async (tx) => {
      for (let one = 0; one < count; one += 1) {
        await makeMember(tx, { searchNames: alike, sortLatin: alike });
      }
    });
    const lists = await Promise.all(pages.map((page) => list(administrator, { q: alike, page })));
    expect(new Set(lists.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(count);
    expect(new Set(lists.map(({ total }) => total))).toEqual(new Set([count]));
  });

  test("are nobody's business but an administrator's", async () => {
    for (const viewer of [moderator, member]) {
      expect(await list(viewer, {})).toEqual({ rows: [], total: 0 });
      expect(await getAccountDossier(viewer, member.accountId, "fr")).toBeNull();
    }
  });

  test("were here when a browser they know last signed in, once its session is over", async () => {
    const seenAt = new Date("2026-05-04T07:30:00.000Z");
    const { accountId } = member;
    const browser = { accountId, tokenHash: mark, sessionId: randomUUID(), seenAt };
    await transaction((tx) => tx.insert(knownBrowsers).values(browser));
    const { rows } = await list(administrator, { q: mark });
    expect(rows[0]?.lastSeenAt).toEqual(seenAt);
    expect((await getAccountDossier(administrator, accountId, "fr"))?.lastSeenAt).toEqual(seenAt);
  });

  test("were here when they were, once all their sessions were ended at once", async () => {
    const gone = await transaction((tx) => makeMember(tx, {}));
    const { accountId } = gone;
    const lastSeenAt = async () =>
      (await getAccountDossier(administrator, accountId, "fr"))?.lastSeenAt;
    const end = () => transaction((tx) => endSessions(tx, "portal", { accountId }));
    await end();
    expect(await lastSeenAt()).toBeNull();
    const [earlier, seenAt] = ["2026-05-04T07:30:00.000Z", "2026-05-19T16:02:00.000Z"];
    await transaction((tx) =>
      tx.insert(sessions).values(
        [earlier, seenAt].map((at) => ({
          accountId,
          tokenHash: randomUUID(),
          seenAt: new Date(at),
          expiresAt: new Date("2094-01-01T00:00:00.000Z"),
        })),
      ),
    );
    expect(await end()).toBe(2);
    expect(await lastSeenAt()).toEqual(new Date(seenAt));
    await end();
    expect(await lastSeenAt()).toEqual(new Date(seenAt));
  });

  test("were here when they signed in, also once nothing of it is left but the trail", async () => {
    const { accountId } = await transaction((tx) => makeMember(tx, {}));
    const subjectId = randomUUID();
    await transaction((tx) =>
      record(tx, { accountId }, { name: "session.started", subjectType: "session", subjectId }),
    );
    const [event] = await query((db) =>
      db
        .select({ at: auditEvents.createdAt })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, subjectId)),
    );
    const account = await getAccountDossier(administrator, accountId, "fr");
    expect(account?.lastSeenAt).toEqual(event?.at);
  });

  test("open with their projects", async () => {
    const account = await getAccountDossier(administrator, member.accountId, "fr");
    expect(account?.projects).toMatchObject([{ moderation: "submitted" }]);
    expect(account?.isLastAdministrator).toBe(false);
    expect(await getAccountDossier(administrator, randomUUID(), "fr")).toBeNull();
  });
});

test("an account was here when its browser was, once that is forgotten with no session left to end", async () => {
  const { accountId } = await transaction((tx) => makeMember(tx, {}));
  const seenAt = new Date("2026-05-19T16:02:00.000Z");
  const browser = { accountId, tokenHash: accountId, sessionId: randomUUID(), seenAt };
  await transaction((tx) => tx.insert(knownBrowsers).values(browser));
  await transaction((tx) => endSessions(tx, "portal", { accountId }));
  const account = await getAccountDossier(administrator, accountId, "fr");
  expect(account?.lastSeenAt).toEqual(seenAt);
});
