import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getTranslator } from "@/lib/core/i18n/translator";
import { reviewInterest } from "@/lib/interests/mutations";
import type { ExchangesView } from "./exchange-view";
import { exchangesRoute } from "./exchanges-route";

type Member = Awaited<ReturnType<typeof makeMember>>;

let viewer: Viewer | null;
vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => viewer }));

let owner: Member;
let sender: Member;
let projectId: string;
let interestId: string;

afterAll(closeDatabase);

beforeEach(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    sender = await makeMember(tx);
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    projectId = project.id;
    interestId = (await makeInterest(tx, projectId, sender.memberId, { state: "sent" })).id;
  });
});

async function ask(who: Viewer | null, known = "", asked = "locale=fr") {
  viewer = who;
  const headers = known ? { "If-None-Match": known } : undefined;
  const request = new NextRequest(`http://localhost:3000/api/exchanges?${asked}`, { headers });
  const answer = await exchangesRoute(request, { params: Promise.resolve({}) });
  const body = answer.status === 304 ? null : await answer.json();
  return { status: answer.status, mark: answer.headers.get("etag") ?? "", body };
}

const hrefs = ({ body }: Awaited<ReturnType<typeof ask>>) => rowsOf(body).map(({ href }) => href);

const rowsOf = (body: ExchangesView) => body.sections.flatMap(({ rows }) => rows);

test("each side finds it in its own inbox; nobody else does", async () => {
  const page = [`/fr/interests/${interestId}`];
  expect(hrefs(await ask(owner))).toEqual(page);
  expect(hrefs(await ask(owner, "", "locale=fr&show=ended"))).toEqual([]);
  expect(hrefs(await ask(sender))).toEqual(page);
  const team = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  expect(hrefs(await ask(team))).toEqual([]);
  const club = await ask({ ...team, memberId: null, memberSlug: null });
  expect([club.status, hrefs(club)]).toEqual([200, []]);
  expect((await ask(null)).status).toBe(401);
  expect(hrefs(await ask({ ...owner, status: "lapsed" }))).toEqual(page);
  expect((await ask({ ...owner, status: "suspended" })).status).toBe(403);
});

test("what is known is sent again once something moved, and by nobody else's doing", async () => {
  const [mine, theirs] = [await ask(owner), await ask(sender)];
  expect((await ask(owner, mine.mark)).status).toBe(304);
  await transaction(async (tx) => {
    const other = await makeProject(tx, (await makeMember(tx)).memberId);
    await makeInterest(tx, other.id, (await makeMember(tx)).memberId, { state: "sent" });
  });
  expect((await ask(owner, mine.mark)).status).toBe(304);
  await transaction((tx) => reviewInterest(tx, owner, { interestId, version: 1 }));
  const [now, then] = [await ask(owner, mine.mark), await ask(sender, theirs.mark)];
  expect([now.status, then.status]).toEqual([200, 200]);
  const words = getTranslator("fr", "interests")("state.under-review");
  expect(rowsOf(now.body)[0]?.badge?.words).toBe(words);
});

test("a title that is taken down and a sender who is suspended are sent again at once", async () => {
  const sent = await ask(sender);
  await query((db) =>
    db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, projectId)),
  );
  const next = await ask(sender, sent.mark);
  expect(next.status).toBe(200);
  expect(rowsOf(next.body)[0]?.about).not.toEqual(rowsOf(sent.body)[0]?.about);

  const received = await ask(owner);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, sender.accountId)),
  );
  expect(hrefs(await ask(owner, received.mark))).toEqual([]);
});
