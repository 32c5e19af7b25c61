import { randomBytes } from "node:crypto";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { accounts, sessions } from "@/db/schema/accounts";
import { hashToken } from "@/lib/core/auth/tokens";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { type ReceivedMail, readInbox } from "./mailbox";

export const ORIGIN = process.env.APP_ORIGIN ?? "http://localhost:3000";

export const DEMO = {
  administrator: "secretariat@example.org",
  moderator: "lin.meihua@example.org",
  member: "agathe.vernoux@example.org",
  suspended: "damien.roussillac@example.org",
  lapsed: "olivier.pontremble@example.org",
  pending: "sun.haoran@example.org",
  password: "confluence-2014-kapok",
};

async function accountOf(email: string): Promise<{ id: string }> {
  const [account] = await query((db) =>
    db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)),
  );
  if (!account) throw new Error(`no account ${email}`);
  return account;
}

/** Opens a session of an account by writing it, without the sign-in page; gives the cookie's value. */
export async function openSession(email: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const account = await accountOf(email);
  await query((db) =>
    db.insert(sessions).values({
      accountId: account.id,
      tokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + 3_600_000),
      secondFactorAt: new Date(),
    }),
  );
  return token;
}

/** Signs a browser in as an account. */
export async function signInAs(context: BrowserContext, email: string): Promise<void> {
  const value = await openSession(email);
  const secure = ORIGIN.startsWith("https:");
  const name = secure ? "__Host-club-session" : "club-session";
  await context.addCookies([{ name, value, url: ORIGIN, httpOnly: true, sameSite: "Lax", secure }]);
}

/** A member of their own for one journey, so that journeys in three languages do not meet. */
export async function newMember(locale: Locale, familyName: string, givenName: string) {
  const email = `journey-${randomBytes(6).toString("hex")}@example.org`;
  const viewer = await transaction((tx) =>
    makeMember(tx, { familyName, givenName, originalLocale: locale }, { email, locale }),
  );
  return { ...viewer, email };
}

/** A letter comes within a moment; Playwright would look once a second. */
const OFTEN = [100];

/** The newest mail to an address whose subject has these words; waits for the worker. */
export async function nextMail(address: string, words: string): Promise<ReceivedMail> {
  let found: ReceivedMail | undefined;
  await expect
    .poll(
      () => {
        const inbox = readInbox(address);
        found = inbox.findLast((mail) => mail.subject.includes(words));
        return inbox.map((mail) => mail.subject).join(" | ");
      },
      { timeout: 20_000, intervals: OFTEN },
    )
    .toContain(words);
  return found as ReceivedMail;
}

/** Waits for an account to be told of a kind that no mail of its own tells: what its list of notices reads. */
export async function nextNotice(email: string, kind: MailKind): Promise<void> {
  const { id: accountId } = await accountOf(email);
  const kinds = async () => (await toldTo({ accountId })).map((notice) => notice.kind);
  await expect.poll(kinds, { timeout: 20_000, intervals: OFTEN }).toContain(kind);
}

type World = {
  /** Everything the browser asked of another host. */
  foreignRequests: string[];
  /** What the browser reported: broken policy, script errors. */
  complaints: string[];
};

/** Each page of a journey is watched: no foreign host, no policy violation, no script error. */
export const test = base.extend<World & { page: Page }>({
  // Each test comes from an address of its own, as people do: a limit by client is spent by one of them.
  extraHTTPHeaders: async ({ browserName: _ }, use) => {
    const [a, b, c] = randomBytes(3);
    await use({ "X-Forwarded-For": `10.${a}.${b}.${c}` });
  },
  foreignRequests: async ({ context }, use) => {
    const foreign: string[] = [];
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(ORIGIN) && !/^(data|blob|about):/.test(url)) foreign.push(url);
    });
    await use(foreign);
    expect(foreign).toEqual([]);
  },
  complaints: async ({ context }, use) => {
    const complaints: string[] = [];
    context.on("console", (message) => {
      if (/Content.Security.Policy|Hydration|hydrat/i.test(message.text()))
        complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  page: async ({ page, foreignRequests, complaints }, use) => {
    expect([foreignRequests, complaints]).toEqual([[], []]);
    await use(page);
  },
});

test.afterAll(() => closeDatabase());

export { expect };
