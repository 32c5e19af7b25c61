import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makeMailing, makeRecipient } from "@/db/mailing-factory";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { mailingRecipients } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { getMailChoices } from "@/lib/notifications/queries";
import { listAnnouncements } from "./announcements.queries";
import { listRecipients, listResting } from "./queries";
import { dismissAnnouncement, markBounced, writeAgain } from "./recipients.mutations";
import { startMailing } from "./sending.mutations";

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

const started = () => ({ state: "sent", startedAt: new Date() }) as const;

async function sentTo(state: "sent" | "waiting" | "refused" = "sent") {
  return transaction(async (tx) => {
    const member = await makeMember(tx);
    const { accountId } = member;
    const { id: mailingId } = await makeMailing(tx, administrator.accountId, started());
    await makeRecipient(tx, { mailingId, accountId, state });
    return { ...member, mailingId };
  });
}

const isResting = async (accountId: string) =>
  (await listResting(administrator, "fr")).some((one) => one.accountId === accountId);

/** Whether a mail that can be switched off would be written to them, and one that cannot. */
async function mailed(accountId: string) {
  const kinds = ["interestReceived", "passwordChanged"] as const;
  for (const kind of kinds) {
    await transaction((tx) => queueMail(tx, { accountId, kind, data: {} }));
  }
  return (await mailsTo({ accountId })).map(({ kind }) => kind);
}

test("whose letter came back gets none that can be switched off, until somebody says so", async () => {
  const it = await sentTo();
  await transaction((tx) => markBounced(tx, administrator, it));
  const [row] = await listRecipients(
    administrator,
    it.mailingId,
    { page: 1, state: "bounced" },
    "fr",
  );
  expect(row?.accountId).toBe(it.accountId);
  expect(await isResting(it.accountId)).toBe(true);
  expect(await getMailChoices(it)).toMatchObject({ isResting: true });
  expect(await mailed(it.accountId)).toEqual(["passwordChanged"]);
  await transaction((tx) => writeAgain(tx, administrator, it));
  expect(await isResting(it.accountId)).toBe(false);
  const again = transaction((tx) => writeAgain(tx, administrator, it));
  await expect(again).rejects.toMatchObject({ code: "notFound" });
  expect(await mailed(it.accountId)).toContain("interestReceived");
  expect(await eventsOn(it.accountId)).toEqual(["mailing.bounced", "mailing.address-woken"]);
});

test("another address does not rest", async () => {
  const it = await sentTo();
  await transaction((tx) => markBounced(tx, administrator, it));
  const email = `${crypto.randomUUID()}@example.org`;
  await query((db) => db.update(accounts).set({ email }).where(eq(accounts.id, it.accountId)));
  expect(await isResting(it.accountId)).toBe(false);
  expect(await mailed(it.accountId)).toContain("interestReceived");
});

test("of a letter that came back from an address since left, that one rests", async () => {
  const it = await sentTo();
  const former = `${crypto.randomUUID()}@example.org`;
  await query(async (db) => {
    const values = {
      accountId: it.accountId,
      address: former,
      kind: "notice",
      locale: "fr",
    } as const;
    const [letter] = await db
      .insert(mails)
      .values({ ...values, data: {} })
      .returning({ id: mails.id });
    await db
      .update(mailingRecipients)
      .set({ mailId: letter?.id })
      .where(eq(mailingRecipients.accountId, it.accountId));
  });
  await transaction((tx) => markBounced(tx, administrator, it));
  expect(await isResting(it.accountId)).toBe(false);
  expect(await mailed(it.accountId)).toContain("interestReceived");
});

test("what has not left has not come back; only administrators say so, once", async () => {
  const [waiting, sent] = [await sentTo("waiting"), await sentTo()];
  const mark = (it: { mailingId: string; accountId: string }, viewer = administrator) =>
    transaction((tx) => markBounced(tx, viewer, it));
  await expect(mark(waiting)).rejects.toMatchObject({ code: "conflict" });
  const moderator = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
  await expect(mark(sent, moderator)).rejects.toMatchObject({ code: "notFound" });
  await mark(sent);
  await expect(mark(sent)).rejects.toMatchObject({ code: "conflict" });
  await mark(await sentTo("refused"));
});

test("an announcement stands on the home page of its members, until its day and until they put it away", async () => {
  const category = `category-${crypto.randomUUID()}`;
  const [member, other, lapsed] = await transaction(async (tx) => [
    await makeMember(tx, { category }),
    await makeMember(tx),
    await makeMember(tx, { category }, { status: "lapsed" }),
  ]);
  const make = (values: Parameters<typeof makeMailing>[2]) =>
    transaction((tx) =>
      makeMailing(tx, administrator.accountId, { categories: [category], ...values }),
    );
  const until = { kind: "announcement", shownUntil: today() } as const;
  const { id } = await make({ ...until, ...started() });
  await make(until);
  await make({ ...until, ...started(), shownUntil: addDays(today(), -1) });
  await make({ kind: "notice", ...started() });
  const shown = async (viewer: Viewer | undefined, locale: "fr" | "zh" = "fr") =>
    viewer ? await listAnnouncements(viewer, locale) : [];
  expect(await shown(member, "zh")).toEqual([
    { id, subject: "您好", body: "您好", shownUntil: today() },
  ]);
  expect(await shown(other)).toEqual([]);
  expect(await shown(lapsed)).toEqual([]);
  for (let twice = 0; twice < 2; twice++) {
    await transaction((tx) => dismissAnnouncement(tx, member as Viewer, { mailingId: id }));
  }
  expect(await shown(member)).toEqual([]);
  expect(await listRecipients(administrator, id, { page: 1, state: null }, "fr")).toEqual([]);
  const unknown = { mailingId: crypto.randomUUID() };
  const dismissing = transaction((tx) => dismissAnnouncement(tx, member as Viewer, unknown));
  await expect(dismissing).rejects.toMatchObject({ code: "notFound" });
});

test("a draft cannot be put away, so that it can be started", async () => {
  const category = `category-${crypto.randomUUID()}`;
  const member = await transaction((tx) => makeMember(tx, { category }));
  const { id: mailingId } = await transaction((tx) =>
    makeMailing(tx, administrator.accountId, {
      categories: [category],
      shownUntil: addDays(today(), 7),
    }),
  );
  const dismissing = transaction((tx) => dismissAnnouncement(tx, member, { mailingId }));
  await expect(dismissing).rejects.toMatchObject({ code: "notFound" });
  const starting = { mailingId, version: 1, isAgain: false };
  await transaction((tx) => startMailing(tx, administrator, starting));
});

test("the list names people as far as they show their names", async () => {
  const it = await transaction(async (tx) => {
    const hidden = { nameZh: "康美丽", visibility: { nameZh: "self" } } as const;
    const { accountId } = await makeMember(tx, hidden);
    const { id: mailingId } = await makeMailing(tx, administrator.accountId, started());
    await makeRecipient(tx, { mailingId, accountId, state: "sent" });
    return { accountId, mailingId };
  });
  const name = async () =>
    (await listRecipients(administrator, it.mailingId, { page: 1, state: null }, "zh"))[0]?.name;
  expect(await name()).toBe("Camille Montclair");
});
