import type { APIRequestContext } from "@playwright/test";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { PAGES } from "../pages";
import { exchangePaths } from "../pages-with-ids";
import { DEMO, expect, newMember, openSession, test } from "../world";

/** What an account reads of its own whatever its standing; leaving the club only as long as one is in it. */
const OWN = /^\/account(\/(address|dues|erasure|second-factor)?)?$|^\/notifications$/;
const LEAVING = "/account/leaving";

/** Every page is asked for once each standing, beside whatever else runs. */
const LONG_MS = 180_000;

type Answer = { status: number; to: string };

const everyPath = [...new Set(PAGES.flatMap(({ paths }) => paths))];

async function ask(request: APIRequestContext, path: string, session: string | null) {
  const cookie = session ? { cookie: `club-session=${session}` } : undefined;
  const headers = { accept: "text/html", ...cookie };
  const response = await request.get(`/en${path}`, { headers, maxRedirects: 0 });
  return { status: response.status(), to: response.headers().location ?? "" };
}

async function askAll(request: APIRequestContext, email: string | null) {
  const session = email ? await openSession(email) : null;
  const answers = new Map<string, Answer>();
  for (const path of [...everyPath, ...(await exchangePaths())]) {
    answers.set(path, await ask(request, path, session));
  }
  return answers;
}

async function leaver(): Promise<string> {
  const { email, accountId } = await newMember("en", "Lindqvist", "Asta");
  await query((db) =>
    db.update(accounts).set({ status: "left" }).where(eq(accounts.id, accountId)),
  );
  return email;
}

test("who is out of the club opens what a visitor opens, and their own account", async ({
  request,
}) => {
  test.setTimeout(LONG_MS);
  const visitor = await askAll(request, null);
  const out = { pending: DEMO.pending, suspended: DEMO.suspended, left: await leaver() };
  for (const [standing, email] of Object.entries(out)) {
    const unexpected = [...(await askAll(request, email))].filter(([path, { status, to }]) => {
      if (path === LEAVING) return (status === 200) !== (standing === "suspended");
      if (OWN.test(path)) return status !== 200;
      const isPublic = [path, path.split("?")[0] ?? ""].some(
        (one) => visitor.get(one)?.status === 200,
      );
      if (isPublic) return false;
      return status === 200 || (status === 307 && !/\/(account|sign-in)\b/.test(to));
    });
    expect(unexpected, standing).toEqual([]);
  }
});

test("who has left is offered nothing that does nothing for them", async ({ request }) => {
  const read = async (email: string, path: string) => {
    const headers = { accept: "text/html", cookie: `club-session=${await openSession(email)}` };
    return (await request.get(`/en${path}`, { headers })).text();
  };
  const [left, member] = [await leaver(), DEMO.member];
  for (const [path, offered] of [
    ["/account", 'id="mails"'],
    ["/projects", 'href="/en/matches"'],
  ] as const) {
    expect(await read(member, path)).toContain(offered);
    expect(await read(left, path)).not.toContain(offered);
  }
});

test("whose membership has lapsed opens what a member does, but for the team's pages", async ({
  request,
}) => {
  test.setTimeout(LONG_MS);
  const [lapsed, member] = [await askAll(request, DEMO.lapsed), await askAll(request, DEMO.member)];
  const opened = [...lapsed].filter(([path, { status }]) => {
    const isTeams = path.startsWith("/admin");
    return status === 200 && (isTeams || member.get(path)?.status !== 200);
  });
  expect(opened.filter(([path]) => !path.startsWith("/organisations/"))).toEqual([]);
  for (const path of ["/home", "/members", "/members/thibault-descrieux", "/exchanges"]) {
    expect(lapsed.get(path)?.status, path).toBe(200);
  }
  for (const path of [
    "/projects/new",
    "/experiences/new",
    "/activities/new",
    "/organisations/new",
  ]) {
    expect(lapsed.get(path)?.to, path).toBe("/en/account");
  }
});
