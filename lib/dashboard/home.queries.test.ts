import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeActivity, makeMember, makeProject, makeRoom } from "@/db/factories";
import { personInEveryTable } from "@/db/person-in-every-table";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { statementsOf } from "@/db/statement-count";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listWaitingInterests } from "@/lib/interests/waiting.queries";
import { listWaitingIntroductions } from "@/lib/introductions/waiting.queries";
import { listUnseenNotices } from "@/lib/notifications/list.queries";
import { getHome, readHome } from "./home.queries";

afterAll(closeDatabase);

let busy: Viewer;
let alone: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    busy = await personInEveryTable(tx);
    const seen = { lastSeenAt: new Date("2026-11-01T08:00:00Z") };
    alone = { ...(await makeMember(tx, {}, seen)), role: "moderator" };
    const memberId = busy.memberId ?? "";
    await tx.update(accounts).set(seen).where(eq(accounts.id, busy.accountId));
    const fits = { sectors: ["wood-furniture"], cities: ["hefei"] };
    const isOnline = { ...fits, moderation: "published" } as const;
    await tx.update(members).set(fits).where(eq(members.id, memberId));
    await makeProject(tx, memberId, isOnline);
    const other = await makeMember(tx, fits);
    const { id } = await makeProject(tx, other.memberId, isOnline);
    await makeRoom(tx, id, [other.memberId, memberId]);
    await makeActivity(tx, memberId, { ...fits, confirmedOn: "2020-01-01" });
    await makeActivity(tx, other.memberId, fits);
  });
});

test.each([
  ["busy", () => busy],
  ["newly come", () => alone],
])(
  "the home page of somebody %s is read in few statements, and says what each read says alone",
  async (_who, who) => {
    const { result, statements } = await statementsOf(() => getHome(who(), "fr"));
    expect(statements).toBeLessThanOrEqual(5);
    const alone = await readHome(who(), "fr", query, query);
    expect(result).toEqual({ ...alone, readAt: expect.any(Date) });
    expect(result.news.members.total).toBeGreaterThan(0);
  },
);

test("the busy one's page has something of most kinds", async () => {
  const { told, situation, matches, people, news } = await readHome(busy, "fr", query, query);
  expect(told.map(({ kind }) => kind)).toEqual(["projectPublished"]);
  expect(situation.toConfirm).toHaveLength(1);
  expect(situation.projects.length).toBeGreaterThan(1);
  expect(matches.length).toBeGreaterThan(0);
  expect(people?.candidates.length).toBeGreaterThan(0);
  expect(news.activities.total).toBeGreaterThan(0);
});

test.each([
  ["waits", listWaitingInterests, { waiting: 0 }, { waiting: 1 }],
  ["is asked", listWaitingIntroductions, { waiting: 0 }, { waiting: 1 }],
  ["was told", listUnseenNotices, { hasUnseen: false }, { hasUnseen: true }],
] as const)(
  "what %s is not asked for where the session has found nothing",
  async (_what, list, nothing, some) => {
    const read = vi.fn(query) as typeof query;
    expect(await list({ ...busy, ...nothing }, read)).toEqual([]);
    expect(read).not.toHaveBeenCalled();
    expect(await list({ ...busy, ...some }, read)).toEqual(await list(busy));
    expect(read).toHaveBeenCalledOnce();
  },
);
