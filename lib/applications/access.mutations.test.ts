import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeMember, makeOrganisation } from "@/db/factories";
import { lettersTo } from "@/db/read-back";
import { organisationInvitations } from "@/db/schema/affiliations";
import { applicationKeys, applications } from "@/db/schema/applications";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { closeApplication, openApplication, startApplication } from "./access.mutations";
import { findApplicant, findLinkedApplication } from "./access.queries";
import { saveAnswers } from "./mutations";
import { OPEN_APPLICATION_STATES } from "./policy";
import { getOwnApplication } from "./queries";

afterAll(closeDatabase);

const address = () => `${crypto.randomUUID()}@example.org`;

const start = (email: string, more: { locale?: "fr" | "zh"; invitation?: string } = {}) =>
  transaction((tx) => startApplication(tx, { email, locale: "fr", ...more }));

const keyIn = (mail: { data: Record<string, string> } | undefined) =>
  new URLSearchParams(mail?.data.to?.split("?")[1]).get("key") ?? "";

const openOf = (email: string) => {
  const { id, locale, state, organisationId, isVouched, answers, version } = applications;
  return query((db) =>
    db
      .select({ id, locale, state, organisationId, isVouched, answers, version })
      .from(applications)
      .where(and(eq(applications.email, email), inArray(state, OPEN_APPLICATION_STATES))),
  );
};

const open = (
  key: string,
  { locale = "fr", invitation }: { locale?: "fr" | "zh"; invitation?: string } = {},
) => transaction((tx) => openApplication(tx, { key, locale, invitation }));
const applicantOf = (key: string) => query((db) => findApplicant(db, key));

describe("startApplication", () => {
  test("begins one and mails its link in the language of the page", async () => {
    const email = address();
    await start(email, { locale: "zh" });
    expect(await openOf(email)).toMatchObject([{ state: "draft", locale: "zh" }]);
    const [mail] = await lettersTo(email);
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
    const sent = await lettersTo(email);
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
    expect(await lettersTo(email)).toMatchObject([
      { kind: "alreadyMember", locale: "zh", data: { to: "/sign-in" } },
    ]);
  });

  test("leaves what is there as it is, whoever types its address", async () => {
    const email = address();
    await start(email);
    const before = await openOf(email);
    const { invitation } = await invite(email);
    await start(email, { locale: "zh", invitation });
    await start(email, { locale: "zh", invitation: (await invite(address())).invitation });
    expect(await openOf(email)).toEqual(before);
  });

  test.each(["refused", "withdrawn"] as const)(
    "leads to the last one that was %s, to read why, and begins nothing",
    async (state) => {
      const { id, email } = await transaction((tx) => makeApplication(tx, { state }));
      await start(email);
      expect(await openOf(email)).toEqual([]);
      const [mail] = await lettersTo(email);
      const { browserKey, state: found } = await open(keyIn(mail));
      expect(found).toBe(state);
      const own = await getOwnApplication(await applicantOf(browserKey), "fr");
      expect(own).toMatchObject({ id, state, refusal: null });
    },
  );

  test("begins one where all that ended was a draft", async () => {
    const email = address();
    const ended = { email, locale: "fr", state: "withdrawn" } as const;
    await query((db) => db.insert(applications).values(ended));
    await start(email);
    expect(await openOf(email)).toMatchObject([{ state: "draft", answers: {} }]);
  });
});

/** An invitation to a new organisation for an address. */
async function invite(email: string, expiresAt = new Date(Date.now() + 60_000)) {
  const invitation = newToken();
  const organisationId = await transaction(async (tx) => {
    const { memberId: invitedBy } = await makeMember(tx);
    const { id } = await makeOrganisation(tx, {}, [{ memberId: invitedBy }]);
    const tokenHash = hashToken(invitation);
    const sent = { organisationId: id, locale: "fr", invitedBy, tokenHash, expiresAt } as const;
    await tx.insert(organisationInvitations).values({ ...sent, email });
    return id;
  });
  return { invitation, organisationId };
}

describe("what a link carries is applied by whoever opens it", () => {
  const linkTo = async (email: string) => {
    const sent = await lettersTo(email);
    const query = new URLSearchParams(sent.at(-1)?.data.to?.split("?")[1]);
    return { key: query.get("key") ?? "", invitation: query.get("invitation") ?? undefined };
  };

  test("the language, to a draft, as a new version; nothing new leaves the version", async () => {
    const email = address();
    await start(email);
    await start(email, { locale: "zh" });
    const { key } = await linkTo(email);
    await open(key, { locale: "zh" });
    expect(await openOf(email)).toMatchObject([{ locale: "zh", version: 2 }]);
    await open(key, { locale: "zh" });
    expect(await openOf(email)).toMatchObject([{ locale: "zh", version: 2 }]);
  });

  test("the invitation to its own address, as a new version", async () => {
    const email = address();
    const { invitation, organisationId } = await invite(email);
    await start(email);
    await start(email, { invitation });
    const link = await linkTo(email);
    expect(link.invitation).toBe(invitation);
    await open(link.key, link);
    expect(await openOf(email)).toMatchObject([{ organisationId, isVouched: true, version: 2 }]);
  });

  test("the invitation to a new one at once, without a letter: it was mailed to this very address", async () => {
    const email = address();
    const { invitation, organisationId } = await invite(email);
    const opened = await start(email, { locale: "zh", invitation });
    expect(await lettersTo(email)).toEqual([]);
    const [draft] = await openOf(email);
    expect(draft).toMatchObject({ locale: "zh", organisationId, isVouched: true });
    expect(await applicantOf(opened?.browserKey ?? "")).toEqual({ applicationId: draft?.id });
  });

  test("no invitation to another address, and none that is over", async () => {
    const email = address();
    const foreign = await invite(address());
    const over = await invite(email, new Date(0));
    for (const { invitation } of [foreign, over]) {
      await start(email, { invitation });
      const { key, invitation: carried } = await linkTo(email);
      expect(carried).toBeUndefined();
      await open(key, { invitation });
    }
    expect(await openOf(email)).toMatchObject([
      { organisationId: null, isVouched: false, version: 1 },
    ]);
  });

  test("nothing to a draft that was changed since the link was sent", async () => {
    const email = address();
    const { invitation } = await invite(email);
    await start(email);
    await start(email, { invitation });
    const { key } = await linkTo(email);
    const [draft] = await openOf(email);
    const target = { applicationId: draft?.id ?? "", version: 1 };
    await transaction((tx) =>
      saveAnswers(tx, target, { ...target, step: "contact", answers: {}, locale: "fr" }),
    );
    await open(key, { locale: "zh", invitation });
    expect(await openOf(email)).toMatchObject([{ locale: "fr", organisationId: null, version: 2 }]);
  });

  test("nothing to an application that was handed in", async () => {
    const { id, email } = await transaction((tx) => makeApplication(tx));
    const { invitation } = await invite(email);
    await start(email, { locale: "zh", invitation });
    const link = await linkTo(email);
    await open(link.key, { locale: "zh", invitation });
    expect(await openOf(email)).toMatchObject([
      { id, locale: "fr", organisationId: null, version: 1 },
    ]);
  });
});

async function begun() {
  const email = address();
  await start(email);
  const [mail] = await lettersTo(email);
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
