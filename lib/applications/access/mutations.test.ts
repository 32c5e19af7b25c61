import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { organisationInvitations } from "@/db/schema/affiliations";
import { applicationKeys, applications } from "@/db/schema/applications";
import { mails } from "@/db/schema/mail";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { OPEN_APPLICATION_STATES } from "../policy";
import { getOwnApplication } from "../queries";
import { closeApplication, openApplication, reapply, startApplication } from "./mutations";
import { findApplicant, findLinkedApplication } from "./queries";

afterAll(closeDatabase);

const address = () => `${crypto.randomUUID()}@example.org`;

const start = (email: string, more: { locale?: "fr" | "zh"; invitation?: string } = {}) =>
  transaction((tx) => startApplication(tx, { email, locale: "fr", ...more }));

const mailsTo = (email: string) =>
  query((db) =>
    db
      .select({ kind: mails.kind, locale: mails.locale, data: mails.data })
      .from(mails)
      .where(eq(mails.address, email))
      .orderBy(mails.createdAt),
  );

const keyIn = (mail: { data: Record<string, string> } | undefined) =>
  new URLSearchParams(mail?.data.to?.split("?")[1]).get("key") ?? "";

const openOf = (email: string) => {
  const { id, locale, state, organisationId, answers } = applications;
  return query((db) =>
    db
      .select({ id, locale, state, organisationId, answers })
      .from(applications)
      .where(and(eq(applications.email, email), inArray(state, OPEN_APPLICATION_STATES))),
  );
};

const open = (key: string) => transaction((tx) => openApplication(tx, { key }));
const applicantOf = (key: string) => query((db) => findApplicant(db, key));

describe("startApplication", () => {
  test("begins one and mails its link in the language of the page", async () => {
    const email = address();
    await start(email, { locale: "zh" });
    expect(await openOf(email)).toMatchObject([{ state: "draft", locale: "zh" }]);
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ kind: "applicationLink", locale: "zh" });
    const stored = await query((db) =>
      db
        .select({ hash: applicationKeys.tokenHash })
        .from(applicationKeys)
        .where(eq(applicationKeys.tokenHash, hashToken(keyIn(mail)))),
    );
    expect(stored).toHaveLength(1);
  });

  test("twenty times at once gives one application and a link each", async () => {
    const email = address();
    await Promise.all(Array.from({ length: 20 }, () => start(email)));
    expect(await openOf(email)).toHaveLength(1);
    const sent = await mailsTo(email);
    expect(sent).toHaveLength(20);
    const opened = await query(async (db) => {
      const found = [];
      for (const mail of sent) found.push((await findLinkedApplication(db, keyIn(mail)))?.id);
      return new Set(found);
    });
    expect(opened.size).toBe(1);
  });

  test("tells an address with an account to sign in, in the account's language, and begins nothing", async () => {
    const email = address();
    await transaction((tx) => makeAccount(tx, { email, locale: "zh", status: "suspended" }));
    await start(email);
    expect(await openOf(email)).toEqual([]);
    expect(await mailsTo(email)).toMatchObject([
      { kind: "alreadyMember", locale: "zh", data: { to: "/sign-in" } },
    ]);
  });

  test("an invitation that is open names the organisation, another one nothing", async () => {
    const [member, organisation] = await transaction(async (tx) => {
      const person = await makeMember(tx);
      return [person, await makeOrganisation(tx, {}, [person])] as const;
    });
    const invite = async (expiresAt: Date) => {
      const token = newToken();
      await query((db) =>
        db.insert(organisationInvitations).values({
          organisationId: organisation.id,
          email: address(),
          locale: "fr",
          invitedBy: member.memberId,
          tokenHash: hashToken(token),
          expiresAt,
        }),
      );
      return token;
    };
    const [living, over] = [await invite(new Date(Date.now() + 60_000)), await invite(new Date(0))];
    const [first, second] = [address(), address()];
    await start(first, { invitation: living });
    await start(second, { invitation: over });
    expect(await openOf(first)).toMatchObject([{ organisationId: organisation.id }]);
    expect(await openOf(second)).toMatchObject([{ organisationId: null }]);
  });

  test("begins anew after a refusal, with the answers of then but no consent", async () => {
    const email = address();
    const answers = { familyName: "Lin", consents: ["charter"] };
    await query((db) =>
      db.insert(applications).values({ email, locale: "fr", state: "refused", answers }),
    );
    await start(email);
    expect(await openOf(email)).toMatchObject([{ state: "draft", answers: { familyName: "Lin" } }]);
    expect((await openOf(email))[0]?.answers).toEqual({ familyName: "Lin" });
  });
});

async function begun() {
  const email = address();
  await start(email);
  const [mail] = await mailsTo(email);
  const [application] = await openOf(email);
  if (!application) throw new Error("no application was begun");
  return { email, link: keyIn(mail), id: application.id };
}

describe("openApplication", () => {
  test("opens on any number of devices; looking uses nothing up", async () => {
    const { link, id } = await begun();
    await query((db) => findLinkedApplication(db, link));
    const devices = [await open(link), await open(link)];
    expect(devices[0]?.browserKey).not.toBe(devices[1]?.browserKey);
    for (const { browserKey } of devices) {
      expect(await applicantOf(browserKey)).toEqual({ applicationId: id });
    }
  });

  test("refuses a link that is unknown, too old, or a browser's", async () => {
    const { link, id } = await begun();
    const { browserKey } = await open(link);
    await query((db) =>
      db
        .update(applicationKeys)
        .set({ expiresAt: sql`now() - interval '1 minute'` })
        .where(and(eq(applicationKeys.applicationId, id), eq(applicationKeys.purpose, "link"))),
    );
    for (const key of [newToken(), "", link, browserKey]) {
      await expect(open(key)).rejects.toMatchObject({ code: "linkExpired" });
    }
    expect(await applicantOf(link)).toBeNull();
  });

  test("a browser's key runs out as well, and ends when it is closed", async () => {
    const { link, id } = await begun();
    const [old, closed] = [await open(link), await open(link)];
    await query((db) =>
      db
        .update(applicationKeys)
        .set({ expiresAt: sql`now()` })
        .where(eq(applicationKeys.tokenHash, hashToken(old.browserKey))),
    );
    expect(await applicantOf(old.browserKey)).toBeNull();
    const key = closed.browserKey;
    await transaction((tx) => closeApplication(tx, { applicationId: id }, key));
    expect(await applicantOf(key)).toBeNull();
    await expect(transaction((tx) => closeApplication(tx, null, key))).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("no answer is read without the key to it", async () => {
    const [mine, other] = [await begun(), await begun()];
    const { browserKey } = await open(mine.link);
    const own = await getOwnApplication(await applicantOf(browserKey), "fr");
    expect(own?.email).toBe(mine.email);
    expect(JSON.stringify(own)).not.toContain(other.email);
    expect(await getOwnApplication(null, "fr")).toBeNull();
  });
});

describe("reapply", () => {
  async function ended(state: "refused" | "withdrawn" | "approved", email = address()) {
    const answers = { familyName: "Lin", consents: ["charter"] };
    const [row] = await query((db) =>
      db
        .insert(applications)
        .values({ email, locale: "fr", state, answers })
        .returning({ id: applications.id }),
    );
    if (!row) throw new Error("no application was made");
    const again = (key = { applicationId: row.id } as { applicationId: string } | null) =>
      transaction((tx) => reapply(tx, key, { applicationId: row.id, locale: "zh" }));
    return { email, id: row.id, again };
  }

  test.each(["refused", "withdrawn"] as const)("after it was %s", async (state) => {
    const { email, id, again } = await ended(state);
    const { browserKey } = await again();
    const applicant = await applicantOf(browserKey);
    expect(applicant?.applicationId).not.toBe(id);
    expect(await openOf(email)).toMatchObject([
      {
        id: applicant?.applicationId,
        state: "draft",
        locale: "zh",
        answers: { familyName: "Lin" },
      },
    ]);
  });

  test("ten times at once gives one new application", async () => {
    const { email, again } = await ended("refused");
    const keys = await Promise.all(Array.from({ length: 10 }, () => again()));
    expect(await openOf(email)).toHaveLength(1);
    const found = await Promise.all(keys.map(({ browserKey }) => applicantOf(browserKey)));
    expect(new Set(found.map((one) => one?.applicationId)).size).toBe(1);
  });

  test("is refused with a foreign key, after an approval, and when the address has an account", async () => {
    const approved = await ended("approved");
    await expect(approved.again()).rejects.toMatchObject({ code: "moveNotAllowed" });
    const refused = await ended("refused");
    await expect(refused.again({ applicationId: approved.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(refused.again(null)).rejects.toMatchObject({ code: "notFound" });
    await transaction((tx) => makeAccount(tx, { email: refused.email }));
    await expect(refused.again()).rejects.toMatchObject({ code: "alreadyMember" });
    expect(await openOf(refused.email)).toEqual([]);
  });
});
