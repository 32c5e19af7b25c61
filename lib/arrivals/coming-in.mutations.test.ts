import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { accountLinks, accounts, sessions } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";
import { ASKED_CONSENTS } from "@/lib/applications/asked-choices";
import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import { verifyPassword } from "@/lib/core/auth/password";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listNotices, listUnseenNotices } from "@/lib/notifications/list.queries";
import { comeIn, forgetMe } from "./coming-in.mutations";
import { copyLink, sendLink } from "./links.mutations";
import { findArrival } from "./queries";
import { comeInInput } from "./schema";

const DEVICE = { userAgent: "Mozilla/5.0 (Linux; Android) Chrome/107.0", address: "192.0.2.9" };
const PASSWORD = "trois parapluies rouges";

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

const versions = Object.fromEntries(
  ASKED_CONSENTS.map((purpose) => [purpose, String(PORTAL_TEXTS[purpose].version)]),
);

const formOf = (token: string, changed: Record<string, unknown> = {}) => ({
  token,
  password: PASSWORD,
  passwordAgain: PASSWORD,
  familyName: "Quatrebarbes",
  givenName: "Odile",
  nameZh: "夸奥迪",
  nameOrder: "given-first",
  letters: "zh",
  jobTitle: { fr: "Directrice" },
  sectors: [],
  cities: ["shanghai"],
  charter: "on",
  "privacy-notice": "on",
  versions,
  ...changed,
});

async function invited(values: Parameters<typeof makeArrival>[1] = {}) {
  const arrival = await transaction((tx) => makeArrival(tx, values));
  const token = await transaction((tx) => copyLink(tx, administrator, arrival));
  return { ...arrival, token };
}

const enter = (token: string, changed: Record<string, unknown> = {}) =>
  transaction((tx) => {
    const input = comeInInput.parse(formOf(token, changed));
    return comeIn(tx, null, { ...input, locale: "fr" }, DEVICE);
  });

const read = async (accountId: string) => {
  const [row] = await query((db) =>
    db
      .select({
        status: accounts.status,
        locale: accounts.locale,
        passwordHash: accounts.passwordHash,
        erasureDueAt: accounts.erasureDueAt,
        familyName: members.familyName,
        nameZh: members.nameZh,
        jobTitle: members.jobTitle,
        cities: members.cities,
      })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .where(eq(accounts.id, accountId)),
  );
  if (!row) throw new Error("gone");
  return row;
};

const givenBy = (accountId: string) =>
  query((db) =>
    db
      .select({
        purpose: consents.purpose,
        version: consents.textVersion,
        locale: consents.locale,
      })
      .from(consents)
      .where(eq(consents.accountId, accountId))
      .orderBy(consents.purpose),
  );

describe("coming in", () => {
  test("leaves no invitation to come in among what is new", async () => {
    const { accountId, memberId } = await transaction((tx) => makeArrival(tx));
    await transaction((tx) => sendLink(tx, administrator, { accountId }));
    await enter(await transaction((tx) => copyLink(tx, administrator, { accountId })));
    const member = { accountId, memberId, role: "member", status: "active" } as Viewer;
    const { rows } = await listNotices(member);
    expect(rows).toMatchObject([{ kind: "comeIn", isNew: false }]);
    expect(await listUnseenNotices(member)).toEqual([]);
  });

  test("corrects, consents and opens a session, all at once", async () => {
    const { token, accountId } = await invited();
    const signedIn = await enter(token, { "members-directory": "on" });
    expect(signedIn).toMatchObject({ status: "active", isHalf: false, actor: { accountId } });
    const now = await read(accountId);
    expect(now).toMatchObject({
      status: "active",
      locale: "zh",
      familyName: "Quatrebarbes",
      nameZh: "夸奥迪",
      jobTitle: { fr: "Directrice" },
      cities: ["shanghai"],
    });
    expect(await verifyPassword(now.passwordHash, PASSWORD)).toBe(true);
    expect(await givenBy(accountId)).toEqual(
      (["charter", "members-directory", "privacy-notice"] as const).map((purpose) => ({
        purpose,
        version: PORTAL_TEXTS[purpose].version,
        locale: "fr",
      })),
    );
    expect(await eventsOn(accountId)).toContain("account.came-in");
    expect(await findArrival(token)).toEqual({ link: "used" });
  });

  test("is done once of two tabs", async () => {
    const { token, accountId } = await invited();
    const tries = await Promise.allSettled([enter(token), enter(token)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "linkExpired" },
    });
    const open = await query((db) => db.$count(sessions, eq(sessions.accountId, accountId)));
    expect(open).toBe(1);
  });

  test("asks what is needed, and nothing is written without it", async () => {
    const { token, accountId } = await invited();
    const faults = comeInInput.safeParse({ ...formOf(token), charter: undefined, familyName: "" });
    expect(faults.error?.issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining(["charterNeeded"]),
    );
    const old = { ...versions, charter: "0" };
    expect(comeInInput.safeParse(formOf(token, { versions: old })).success).toBe(false);
    await expect(enter(token, { password: "password1234", passwordAgain: "password1234" }))
      .rejects //
      .toMatchObject({ field: "password" });
    await expect(enter(token, { familyName: "田中たろう" })).rejects.toThrow();
    expect(await read(accountId)).toMatchObject({ status: "pending", passwordHash: null });
    expect(await givenBy(accountId)).toEqual([]);
    expect(await findArrival(token)).toMatchObject({ link: "open", email: expect.any(String) });
  });

  test("asks for the transfer's own consent whose organisation is in mainland China", async () => {
    const { token, accountId, memberId } = await invited();
    await transaction(async (tx) => {
      const place = await makeOrganisation(tx, { country: "cn" });
      await tx.insert(affiliations).values({ memberId, organisationId: place.id });
    });
    expect(await findArrival(token)).toMatchObject({ isTransferNeeded: true });
    await expect(enter(token)).rejects.toMatchObject({
      ...{ code: "transferToComeIn", field: "transfer-to-france" },
    });
    await enter(token, { "transfer-to-france": "on" });
    expect((await givenBy(accountId)).map(({ purpose }) => purpose)).toContain(
      "transfer-to-france",
    );
  });

  test("shows all that is held, and from where", async () => {
    const { token } = await invited();
    expect(await findArrival(token)).toMatchObject({
      link: "open",
      familyName: "Quatrebarbes",
      isFromFile: false,
      organisation: null,
      isTransferNeeded: false,
    });
  });
});

describe("a link that no longer lets in", () => {
  test("says that a newer one is there", async () => {
    const { token, accountId } = await invited();
    const newer = await transaction((tx) => copyLink(tx, administrator, { accountId }));
    expect(await findArrival(token)).toEqual({ link: "replaced" });
    await expect(enter(token)).rejects.toMatchObject({ code: "linkExpired" });
    expect(await findArrival(newer)).toMatchObject({ link: "open" });
  });

  test("has thirty days", async () => {
    const { token, accountId } = await invited();
    const [link] = await query((db) =>
      db
        .select({ days: sql<number>`round(extract(epoch from expires_at - now()) / 86400)::int` })
        .from(accountLinks)
        .where(eq(accountLinks.accountId, accountId)),
    );
    expect(link?.days).toBe(30);
    await query((db) =>
      db
        .update(accountLinks)
        .set({ expiresAt: sql`now() - interval '1 second'` })
        .where(eq(accountLinks.accountId, accountId)),
    );
    expect(await findArrival(token)).toEqual({ link: "expired" });
    await expect(enter(token)).rejects.toMatchObject({ code: "linkExpired" });
  });

  test("is withdrawn once its person is refused, and where nobody knows it", async () => {
    const { token, accountId } = await invited();
    await query((db) =>
      db.update(accounts).set({ status: "left" }).where(eq(accounts.id, accountId)),
    );
    expect(await findArrival(token)).toEqual({ link: "withdrawn" });
    expect(await findArrival("unknown")).toEqual({ link: "withdrawn" });
    await expect(enter(token)).rejects.toMatchObject({ code: "linkExpired" });
  });

  test("is none of another purpose", async () => {
    const member = await transaction((tx) => makeMember(tx));
    await expect(transaction((tx) => copyLink(tx, administrator, member))).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("being forgotten", () => {
  test("is due at once, and no link lets in any more", async () => {
    const { token, accountId } = await invited();
    await transaction((tx) => forgetMe(tx, { token }));
    const { erasureDueAt } = await read(accountId);
    expect(erasureDueAt && erasureDueAt <= new Date(Date.now() + 1000)).toBe(true);
    expect(await findArrival(token)).toEqual({ link: "leaving" });
    await expect(enter(token)).rejects.toMatchObject({ code: "linkExpired" });
    await expect(transaction((tx) => forgetMe(tx, { token }))).rejects.toMatchObject({
      code: "linkExpired",
    });
  });

  test("is not for who has come in", async () => {
    const { token, accountId } = await invited();
    await enter(token);
    await expect(transaction((tx) => forgetMe(tx, { token }))).rejects.toMatchObject({
      code: "linkExpired",
    });
    expect((await read(accountId)).erasureDueAt).toBeNull();
  });
});
