import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { consents } from "@/db/schema/consents";
import { PORTAL_TEXTS } from "./consent-texts";
import { attachConsents, giveConsent, recordConsents, withdrawConsent } from "./mutations";
import { hasConsent, isListed, listOwnConsents } from "./queries";

/** Those who serve cannot rewrite a consent. */
const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const newMember = () => transaction((tx) => makeMember(tx));

async function newApplication(): Promise<string> {
  const [row] = await query((db) =>
    db
      .insert(applications)
      .values({ email: `${randomUUID()}@example.org`, locale: "zh" })
      .returning({ id: applications.id }),
  );
  return row?.id ?? "";
}

const give = (viewer: Awaited<ReturnType<typeof newMember>>, locale: "fr" | "zh" = "fr") =>
  transaction((tx) => giveConsent(tx, viewer, { purpose: "newsletter", version: 1, locale }));
const withdraw = (viewer: Awaited<ReturnType<typeof newMember>>) =>
  transaction((tx) => withdrawConsent(tx, viewer, { purpose: "newsletter" }));

const eventsOn = (subjectId: string) =>
  query((db) =>
    db
      .select({ name: auditEvents.name, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subjectId))
      .orderBy(auditEvents.id),
  );

const ledgerOf = (applicationId: string) =>
  query((db) =>
    db
      .select({
        purpose: consents.purpose,
        locale: consents.locale,
        textVersion: consents.textVersion,
        accountId: consents.accountId,
      })
      .from(consents)
      .where(eq(consents.applicationId, applicationId))
      .orderBy(asc(consents.purpose)),
  );

describe("one's own consent", () => {
  test("given and withdrawn, it leaves version, language and both days in the ledger", async () => {
    const member = await newMember();
    expect(await hasConsent(member, "newsletter")).toBe(false);
    await give(member, "zh");
    expect(await hasConsent(member, "newsletter")).toBe(true);
    await withdraw(member);
    expect(await hasConsent(member, "newsletter")).toBe(false);
    const [last] = await listOwnConsents(member);
    expect(last).toMatchObject({ purpose: "newsletter", textVersion: 1, locale: "zh" });
    expect(last?.withdrawnAt).toBeInstanceOf(Date);
    expect(await eventsOn(member.accountId)).toEqual([
      { name: "consent.given", data: { purpose: "newsletter", version: 1, locale: "zh" } },
      { name: "consent.withdrawn", data: { purpose: "newsletter", version: 1 } },
    ]);
  });

  test("given in two windows at once, it stands once; withdrawn twice, it ends once", async () => {
    const member = await newMember();
    await Promise.all([give(member), give(member), give(member)]);
    expect(await listOwnConsents(member)).toHaveLength(2);
    await Promise.all([withdraw(member), withdraw(member)]);
    const names = (await eventsOn(member.accountId)).map(({ name }) => name);
    expect(names).toEqual(["consent.given", "consent.withdrawn"]);
  });

  test("an older text agreed to before is closed by the one in force", async () => {
    const member = await newMember();
    await owner`update consents set text_version = 0 where account_id = ${member.accountId}`;
    const purpose = "members-directory";
    await transaction((tx) => giveConsent(tx, member, { purpose, version: 1, locale: "en" }));
    const ledger = await listOwnConsents(member);
    expect(
      ledger.map(({ textVersion, withdrawnAt }) => [textVersion, withdrawnAt === null]),
    ).toEqual([
      [1, true],
      [0, false],
    ]);
    expect(await isListed(member)).toBe(true);
  });

  test("is to the text that was on the page: one that has changed since is read first", async () => {
    const member = await newMember();
    const { version } = PORTAL_TEXTS["transfer-to-france"];
    const agree = (read: number) => {
      const asked = { purpose: "transfer-to-france", version: read, locale: "fr" } as const;
      return transaction((tx) => giveConsent(tx, member, asked));
    };
    await expect(agree(version - 1)).rejects.toMatchObject({ code: "conflict" });
    await expect(agree(version + 1)).rejects.toMatchObject({ code: "conflict" });
    expect(await hasConsent(member, "transfer-to-france")).toBe(false);
    await agree(version);
    await agree(version - 1);
    expect(await hasConsent(member, "transfer-to-france")).toBe(true);
  });

  test("a club account without a profile has no directory to agree to", async () => {
    const club = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
    const purpose = "members-directory";
    const giving = transaction((tx) =>
      giveConsent(tx, club, { purpose, version: 1, locale: "fr" }),
    );
    await expect(giving).rejects.toMatchObject({ code: "notFound" });
    expect(await listOwnConsents(club)).toEqual([]);
  });

  test("of somebody else stays when one withdraws one's own", async () => {
    const [one, other] = await Promise.all([newMember(), newMember()]);
    await Promise.all([give(one), give(other)]);
    await withdraw(one);
    expect(await hasConsent(other, "newsletter")).toBe(true);
  });
});

describe("the ledger of an application", () => {
  const purposes = ["charter", "privacy-notice", "members-directory"];
  const ticks = purposes.map((purpose) => ({ purpose, version: 1, locale: "zh" }) as const);

  test("keeps what was ticked, once, in the language it was read in", async () => {
    const applicationId = await newApplication();
    const record = () =>
      transaction((tx) => recordConsents(tx, { applicationId }, [...ticks, ...ticks]));
    await record();
    await record();
    const rows = await ledgerOf(applicationId);
    expect(rows.map(({ purpose }) => purpose)).toEqual([...purposes].sort());
    expect(rows[0]).toMatchObject({ locale: "zh", textVersion: 1, accountId: null });
    expect(await eventsOn(applicationId)).toHaveLength(3);
  });

  test("refuses a purpose that is not on the list and writes nothing", async () => {
    const applicationId = await newApplication();
    const others = [...ticks, { purpose: "advertising", version: 1, locale: "fr" } as const];
    const recording = transaction((tx) => recordConsents(tx, { applicationId }, others));
    await expect(recording).rejects.toMatchObject({ code: "notInList" });
    expect(await ledgerOf(applicationId)).toEqual([]);
  });

  test("becomes the account's; what the account agreed to by itself stands once", async () => {
    const applicationId = await newApplication();
    await transaction((tx) => recordConsents(tx, { applicationId }, ticks));
    const member = await newMember();
    const { accountId } = member;
    await transaction((tx) => attachConsents(tx, { applicationId, accountId }));
    const own = await listOwnConsents(member);
    expect(own.map(({ purpose }) => purpose).sort()).toEqual([...purposes].sort());
    expect(await eventsOn(accountId)).toEqual([{ name: "consent.attached", data: { count: 2 } }]);
  });

  test("an application without a ledger cannot become a member's", async () => {
    const applicationId = await newApplication();
    const { accountId } = await transaction((tx) => makeAccount(tx));
    const attaching = transaction((tx) => attachConsents(tx, { applicationId, accountId }));
    await expect(attaching).rejects.toMatchObject({ code: "notFound" });
    const events = await query((db) =>
      db
        .select({ id: auditEvents.id })
        .from(auditEvents)
        .where(and(eq(auditEvents.subjectId, accountId), eq(auditEvents.name, "consent.attached")))
        .orderBy(auditEvents.id),
    );
    expect(events).toEqual([]);
  });
});

test("administrators hear once whose pictures are to go, and of no other consent", async () => {
  const [member, keeper, gone] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "administrator" }),
    await makeMember(tx, {}, { role: "administrator", status: "suspended" }),
  ]);
  const heard = async (who: { accountId: string }) =>
    (await toldTo(who)).filter(({ data }) => data.to === `/admin/members/${member.accountId}`);
  const purpose = "event-photographs";
  await give(member);
  await transaction((tx) => giveConsent(tx, member, { purpose, version: 1, locale: "fr" }));
  await withdraw(member);
  expect(await heard(keeper)).toEqual([]);
  for (const _ of [1, 2]) await transaction((tx) => withdrawConsent(tx, member, { purpose }));
  expect(await heard(keeper)).toMatchObject([{ kind: "photosRefused" }]);
  expect(await heard(gone)).toEqual([]);
  expect(await heard(member)).toEqual([]);
});
