import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { and, eq, isNull, sql } from "drizzle-orm";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makeMailing } from "@/db/mailing-factory";
import { eventsOn } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { sendMail } from "@/lib/core/mail/send-mail";
import { queueNextLetters } from "@/lib/mailings/run.mutations";
import { continueMailing, startMailing, stopMailing } from "@/lib/mailings/sending.mutations";
import { isLetterStillTold } from "@/lib/notifications/letters.queries";
import { getLinkedMails } from "@/lib/notifications/queries";
import { postUnsubscribe } from "@/lib/notifications/unsubscribe-route";
import { COMPOSED } from "./composed-mails";
import { QUEUED_TASKS } from "./queued-tasks";
import { sendAndNote } from "./run-mailings";

/** What a mailing's letters say, to whom they are handed over, and what is noted of those that are not. */

const settings = vi.hoisted(() => ({ SMTP_URL: "" }));
vi.mock("@/lib/core/env", async (original) => {
  const { env } = await original<typeof import("@/lib/core/env")>();
  return { env: () => ({ ...env(), MAIL_FROM: "Club <club@example.org>", ...settings }) };
});
const sentHeaders = vi.hoisted(() => ({ current: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => sentHeaders.current }));

workAsOwner(60_000);

let sent: Email[] = [];
let refusing = 0;
const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo(_address, _session, done) {
    if (refusing === 0) return done();
    done(Object.assign(new Error("5.1.1 no such person here"), { responseCode: refusing }));
  },
  onData(stream, _session, done) {
    buffer(stream).then(async (bytes) => {
      sent.push(await PostalMime.parse(bytes));
      done();
    }, done);
  },
});

let administrator: Viewer;
let category = "";

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  sent = [];
  refusing = 0;
  sentHeaders.current = new Headers({ "x-club-client": randomUUID() });
});

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await closeDatabase();
});

const SAID = {
  fr: "Réservez le 15 décembre.\n\nhttps://example.org/assemblee, <b>nombreux</b>",
  en: "Keep 15 December free.\n\nhttps://example.org/assembly",
  zh: "请预留12月15日。\n\nhttps://example.org/assembly",
};
const SUBJECT = { fr: "Assemblée générale", en: "General meeting", zh: "会员大会" };

async function started(kind: "notice" | "newsletter", locales: ("fr" | "en" | "zh")[]) {
  category = randomUUID();
  const people = await transaction(async (tx) => {
    const made: Viewer[] = [];
    for (const locale of locales) made.push(await makeMember(tx, { category }, { locale }));
    for (const { accountId, locale } of made) {
      await tx
        .insert(consents)
        .values({ accountId, purpose: "newsletter", textVersion: 1, locale });
    }
    return made;
  });
  const mailingId = await transaction(async (tx) => {
    const values = { kind, subject: SUBJECT, body: SAID, categories: [category] };
    const { id } = await makeMailing(tx, administrator.accountId, values);
    await startMailing(tx, administrator, { mailingId: id, version: 1, isAgain: true });
    await tx.execute(
      sql`update mailings set state = 'stopped' where state = 'sending' and id <> ${id}`,
    );
    await queueNextLetters(tx, id);
    return id;
  });
  return { people, mailingId };
}

async function recipients(mailingId: string) {
  return query((db) =>
    db
      .select({
        accountId: mailingRecipients.accountId,
        mailId: mailingRecipients.mailId,
        state: mailingRecipients.state,
        code: mailingRecipients.code,
      })
      .from(mailingRecipients)
      .where(eq(mailingRecipients.mailingId, mailingId)),
  );
}

/** As the worker, which tries again what failed. */
async function sendAll(mailingId: string) {
  for (const { mailId } of await recipients(mailingId)) {
    if (mailId) await QUEUED_TASKS["send-mail"]({ mailId }).catch(() => undefined);
  }
}

const statesOf = async (mailingId: string) =>
  (await recipients(mailingId)).map(({ state }) => state).sort();

async function stateOf(mailingId: string) {
  const [row] = await query((db) =>
    db.select({ state: mailings.state }).from(mailings).where(eq(mailings.id, mailingId)),
  );
  return row?.state;
}

test("each gets it in their language, with links and without a way to switch a notice off", async () => {
  const { mailingId } = await started("notice", ["fr", "zh"]);
  await sendAll(mailingId);
  expect(await statesOf(mailingId)).toEqual(["sent", "sent"]);
  const [fr, zh] = ["Assemblée générale", "会员大会"].map((subject) =>
    sent.find((mail) => mail.subject === subject),
  );
  expect(fr?.html).toContain('href="https://example.org/assemblee"');
  expect(fr?.html).toContain("&lt;b&gt;nombreux");
  expect(fr?.text).toContain("Réservez le 15 décembre.\n\nhttps://example.org/assemblee");
  expect(fr?.text).toContain("ne se désactivent pas");
  expect(zh?.text).toContain("请预留12月15日。");
  for (const mail of sent) {
    expect(mail.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);
  }
});

test("a newsletter's reader takes their consent back by one click, without signing in", async () => {
  const { mailingId, people } = await started("newsletter", ["fr"]);
  await sendAll(mailingId);
  const header = (key: string) => sent[0]?.headers.find((one) => one.key === key)?.value ?? "";
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const address = header("list-unsubscribe").slice(1, -1);
  const token = new URL(address).searchParams.get("token") ?? "";
  expect(await getLinkedMails(token)).toEqual({ group: "newsletter", isOff: false });
  expect(sent[0]?.text).toContain(`/fr/unsubscribe?token=${token}`);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const answer = await postUnsubscribe(new Request(address, { method: "POST", body }));
  expect(answer.status).toBe(204);
  expect(await getLinkedMails(token)).toEqual({ group: "newsletter", isOff: true });
  const accountId = people[0]?.accountId ?? "";
  const living = and(
    ...[eq(consents.accountId, accountId), eq(consents.purpose, "newsletter")],
    isNull(consents.withdrawnAt),
  );
  expect(await query((db) => db.$count(consents, living))).toBe(0);
  expect(await eventsOn(accountId)).toContain("consent.withdrawn");
});

test("who has withdrawn, lapsed or been suspended meanwhile gets nothing", async () => {
  const { mailingId, people } = await started("newsletter", ["fr", "fr", "fr", "fr"]);
  const [withdrawn, lapsed, suspended, resting] = people.map(({ accountId }) => accountId);
  await query(async (db) => {
    await db
      .update(consents)
      .set({ withdrawnAt: new Date() })
      .where(eq(consents.accountId, withdrawn ?? ""));
    const set = (id = "", values: Partial<typeof accounts.$inferInsert>) =>
      db.update(accounts).set(values).where(eq(accounts.id, id));
    await set(lapsed, { status: "lapsed" });
    await set(suspended, { status: "suspended" });
    await db.execute(sql`update accounts set resting_address = email where id = ${resting}`);
  });
  await sendAll(mailingId);
  expect(sent).toEqual([]);
  expect(await statesOf(mailingId)).toEqual(["left-out", "left-out", "left-out", "left-out"]);
});

test("an address the server will never take is noted with its figures, and asked no second time", async () => {
  const { mailingId } = await started("notice", ["fr"]);
  refusing = 550;
  await sendAll(mailingId);
  const [row] = await recipients(mailingId);
  expect(row?.state).toBe("refused");
  expect(row?.code).toMatch(/^EENVELOPE 550 5\.1\.1 at RCPT TO/);
  expect(row?.code).not.toContain("no such person");
  refusing = 0;
  await sendAll(mailingId);
  expect(sent).toEqual([]);
  expect(await recipients(mailingId)).toEqual([row]);
});

test("one that it does not take now is tried again; a server that is away refuses nobody", async () => {
  const { mailingId } = await started("notice", ["fr"]);
  refusing = 451;
  await sendAll(mailingId);
  expect(await statesOf(mailingId)).toEqual(["refused"]);
  await transaction((tx) => queueNextLetters(tx, mailingId));
  expect(await stateOf(mailingId)).toBe("sent");
  refusing = 0;
  await sendAll(mailingId);
  expect(await recipients(mailingId)).toMatchObject([{ state: "sent", code: null }]);
  const there = settings.SMTP_URL;
  settings.SMTP_URL = "smtp://127.0.0.1:1";
  const { mailingId: later } = await started("notice", ["en"]);
  await sendAll(later);
  expect(await recipients(later)).toMatchObject([
    { state: "waiting", code: expect.stringMatching(/ECONN|ESOCKET/) },
  ]);
  settings.SMTP_URL = there;
});

test("a letter that the worker gave up on is not delivered, and keeps its mailing no longer", async () => {
  const there = settings.SMTP_URL;
  settings.SMTP_URL = "smtp://127.0.0.1:1";
  const { mailingId } = await started("notice", ["fr", "en"]);
  await sendAll(mailingId);
  const letters = (await recipients(mailingId)).map(({ mailId }) => `letter-${mailId}`);
  const lastTry = (key: string, isAtIt: boolean) =>
    query((db) =>
      db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts,
        locked_at = case when ${isAtIt}::boolean then now() end where key = ${key}`),
    );
  const [one = "", other = ""] = letters;
  await lastTry(one, false);
  await lastTry(other, true);
  await transaction((tx) => queueNextLetters(tx, mailingId));
  expect(await statesOf(mailingId)).toEqual(["undelivered", "waiting"]);
  expect(await stateOf(mailingId)).toBe("sending");
  await lastTry(other, false);
  await transaction((tx) => queueNextLetters(tx, mailingId));
  expect(await stateOf(mailingId)).toBe("sent");
  expect(await recipients(mailingId)).toMatchObject(
    [1, 2].map(() => ({ state: "undelivered", code: expect.stringMatching(/ECONN|ESOCKET/) })),
  );
  settings.SMTP_URL = there;
  await sendAll(mailingId);
  expect(sent).toEqual([]);
  expect(await statesOf(mailingId)).toEqual(["undelivered", "undelivered"]);
});

test("stopped, what has not left stays; gone on with, it leaves once", async () => {
  const { mailingId } = await started("notice", ["fr", "en"]);
  await transaction((tx) => stopMailing(tx, administrator, { mailingId, version: 2 }));
  await sendAll(mailingId);
  expect(sent).toEqual([]);
  expect(await recipients(mailingId)).toMatchObject([
    { state: "waiting", mailId: null },
    { state: "waiting", mailId: null },
  ]);
  await transaction((tx) => continueMailing(tx, administrator, { mailingId, version: 3 }));
  await transaction((tx) => queueNextLetters(tx, mailingId));
  await sendAll(mailingId);
  await sendAll(mailingId);
  expect(sent.map(({ subject }) => subject).sort()).toEqual([
    "Assemblée générale",
    "General meeting",
  ]);
  await transaction((tx) => queueNextLetters(tx, mailingId));
  expect(await stateOf(mailingId)).toBe("sent");
});

test("gone on with before the worker noted what it dropped, nobody is left out", async () => {
  const { mailingId } = await started("notice", ["fr"]);
  const [letter] = await recipients(mailingId);
  const mailId = letter?.mailId ?? "";
  await transaction((tx) => stopMailing(tx, administrator, { mailingId, version: 2 }));
  await sendAndNote(mailId, async () => {
    await sendMail(mailId, { composers: COMPOSED, isStillTold: isLetterStillTold });
    await transaction((tx) => continueMailing(tx, administrator, { mailingId, version: 3 }));
  });
  await transaction((tx) => queueNextLetters(tx, mailingId));
  await sendAll(mailingId);
  expect(await statesOf(mailingId)).toEqual(["sent"]);
  expect(sent).toHaveLength(1);
});
