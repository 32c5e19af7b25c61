import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { lettersTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { memberInvitations } from "@/db/schema/invitations";
import { members } from "@/db/schema/members";
import { openApplication, startApplication } from "@/lib/applications/access.mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { inviteToClub, revokeInvitation } from "./mutations";
import { findMemberInvitation, listInvitations } from "./queries";
import { inviteInput } from "./schema";

afterAll(closeDatabase);

const address = () => `invited-${randomUUID()}@example.org`;
const member = (status: "active" | "lapsed" = "active") =>
  transaction((tx) => makeMember(tx, { familyName: "Brossard", givenName: "Inès" }, { status }));

const formOf = (email: string, more: Record<string, string> = {}) => ({
  ...{ familyName: "诸葛文", givenName: "", email, letters: "zh", words: "来吧" },
  ...more,
});

const invite = (viewer: Viewer, email: string, more: Record<string, string> = {}) =>
  transaction((tx) => inviteToClub(tx, viewer, inviteInput.parse(formOf(email, more))));

async function tokenTo(email: string): Promise<string> {
  const [letter] = await lettersTo(email);
  const to = (letter?.data as Record<string, string> | undefined)?.to ?? "";
  return new URLSearchParams(to.split("?")[1]).get("invitation") ?? "";
}

/** Applies at once or with a link to the application, as who opens the letters would; gives the draft. */
async function apply(email: string, invitation: string) {
  const start = { email, locale: "zh", invitation } as const;
  if ((await transaction((tx) => startApplication(tx, start))) === null) {
    const letter = (await lettersTo(email)).findLast(({ kind }) => kind === "applicationLink");
    const to = (letter?.data as Record<string, string> | undefined)?.to ?? "";
    const asked = new URLSearchParams(to.split("?")[1]);
    const carried = asked.get("invitation") ?? undefined;
    const key = asked.get("key") ?? "";
    await transaction((tx) => openApplication(tx, { key, locale: "zh", invitation: carried }));
  }
  const [draft] = await query((db) =>
    db
      .select({ answers: applications.answers, organisationId: applications.organisationId })
      .from(applications)
      .where(eq(applications.email, email)),
  );
  return draft;
}

describe("inviting somebody to the club", () => {
  test("mails them, in their language, and their application has what is known filled in", async () => {
    const viewer = await member();
    const email = address();
    await invite(viewer, email);
    expect(await lettersTo(email)).toMatchObject([
      { kind: "clubInvitation", locale: "zh", data: { words: "来吧", person: expect.any(String) } },
    ]);
    const token = await tokenTo(email);
    expect(await findMemberInvitation(token, "fr")).toMatchObject({ email });
    expect(await apply(email, token)).toMatchObject({
      organisationId: null,
      answers: {
        familyName: "Zhuge",
        givenName: "Wen",
        nameZh: "诸葛文",
        sponsor: "Inès Brossard",
      },
    });
    expect((await listInvitations(viewer)).rows).toMatchObject([{ name: "诸葛文", state: "used" }]);
  });

  test("is used once, and by its own address alone", async () => {
    const viewer = await member();
    const [email, other] = [address(), address()];
    await invite(viewer, email);
    const token = await tokenTo(email);
    expect(await apply(other, token)).toMatchObject({ answers: {} });
    expect((await listInvitations(viewer)).rows).toMatchObject([{ state: "open" }]);
    expect(await apply(email, token)).toMatchObject({ answers: { nameZh: "诸葛文" } });
    expect(await apply(email, token)).toMatchObject({ answers: { nameZh: "诸葛文" } });
  });

  test("opens a new application at once, without a second letter, and what is there by its letter alone", async () => {
    const viewer = await member();
    const [email, other] = [address(), address()];
    await invite(viewer, email);
    await invite(viewer, other);
    const begin = async (at: string, token: string) =>
      (await transaction((tx) =>
        startApplication(tx, { email: at, locale: "zh", invitation: token }),
      )) !== null;
    const letters = async (at: string) => (await lettersTo(at)).map(({ kind }) => kind);
    const token = await tokenTo(email);
    // Typed beside an invitation to somebody else, an address proves nothing.
    expect(await begin(other, token)).toBe(false);
    expect(await letters(other)).toEqual(["clubInvitation", "applicationLink"]);
    // An application that is there may hold more than the invitation says: whoever was handed it on does not read it.
    expect(await begin(other, await tokenTo(other))).toBe(false);
    const atOnce = await Promise.all([begin(email, token), begin(email, token)]);
    expect(atOnce.sort()).toEqual([false, true]);
    expect(await letters(email)).toEqual(["clubInvitation", "applicationLink"]);
    expect((await listInvitations(viewer)).rows.map(({ state }) => state).sort()).toEqual([
      "open",
      "used",
    ]);
  });

  test("taken back, its link is over; nobody else takes it back, and not twice", async () => {
    const [viewer, other] = [await member(), await member()];
    const email = address();
    await invite(viewer, email);
    const token = await tokenTo(email);
    const [row] = (await listInvitations(viewer)).rows;
    const revoke = (who: Viewer) =>
      transaction((tx) => revokeInvitation(tx, who, { invitationId: row?.id ?? "" }));
    await expect(revoke(other)).rejects.toMatchObject({ code: "notFound" });
    await revoke(viewer);
    await expect(revoke(viewer)).rejects.toMatchObject({ code: "alreadyDecided" });
    expect(await findMemberInvitation(token, "fr")).toBeNull();
    expect(await apply(email, token)).toMatchObject({ answers: {} });
    await invite(viewer, email);
  });
});

test("its page and the application name who sent it as its letter does, and nobody whose profile was taken down", async () => {
  const names = { familyName: "Zyx", givenName: "Odile", nameZh: "欧蒂" };
  const viewer = await transaction((tx) =>
    makeMember(tx, { ...names, visibility: { nameZh: "contacts" } }),
  );
  const email = address();
  await invite(viewer, email);
  const token = await tokenTo(email);
  const [letter] = await lettersTo(email);
  expect(letter?.data).toMatchObject({ person: "Odile Zyx" });
  const onPage = async () => (await findMemberInvitation(token, "zh"))?.person;
  expect(await onPage()).toBe("Odile Zyx");
  await query((db) =>
    db.update(members).set({ hiddenAt: new Date() }).where(eq(members.id, viewer.memberId)),
  );
  expect(await onPage()).toBe("俱乐部会员");
  expect(await apply(email, token)).toMatchObject({ answers: { sponsor: "" } });
});

describe("what an invitation may", () => {
  test("works for thirty days, and while its sender is an active member", async () => {
    const viewer = await member();
    const email = address();
    await invite(viewer, email);
    const token = await tokenTo(email);
    const [row] = await query((db) =>
      db
        .select({ days: sql<number>`round(extract(epoch from expires_at - now()) / 86400)::int` })
        .from(memberInvitations)
        .where(eq(memberInvitations.email, email)),
    );
    expect(row?.days).toBe(30);
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, viewer.accountId)),
    );
    expect(await findMemberInvitation(token, "fr")).toBeNull();
    expect(await findMemberInvitation("unknown", "fr")).toBeNull();
  });

  test("says the same of an address that has an account, which hears of it as anybody", async () => {
    const [viewer, known] = [await member(), address()];
    await transaction((tx) => makeMember(tx, {}, { email: known }));
    await invite(viewer, known);
    const unknown = address();
    await invite(viewer, unknown);
    const { rows } = await listInvitations(viewer);
    expect(rows.map(({ state }) => state)).toEqual(["open", "open"]);
    expect(await lettersTo(known)).toMatchObject([{ kind: "clubInvitation" }]);
  });

  test("is refused to oneself, twice, and to who is not an active member", async () => {
    const viewer = await member();
    const [account] = await query((db) =>
      db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, viewer.accountId)),
    );
    await expect(invite(viewer, account?.email ?? "")).rejects.toMatchObject({
      ...{ code: "inviteYourself", field: "email" },
    });
    const email = address();
    const twice = await Promise.allSettled([invite(viewer, email), invite(viewer, email)]);
    expect(twice.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "alreadyInvited", field: "email" },
    });
    const lapsed = await member("lapsed");
    await expect(invite(lapsed, address())).rejects.toMatchObject({ code: "notFound" });
  });

  test("is for ten people within thirty days, taken back or not", async () => {
    const viewer = await member();
    for (let sent = 0; sent < 10; sent++) await invite(viewer, address());
    expect((await listInvitations(viewer)).left).toBe(0);
    const [row] = (await listInvitations(viewer)).rows;
    await transaction((tx) => revokeInvitation(tx, viewer, { invitationId: row?.id ?? "" }));
    await expect(invite(viewer, address())).rejects.toMatchObject({
      ...{ code: "invitedTooMany", field: "email" },
    });
    await query((db) =>
      db
        .update(memberInvitations)
        .set({ createdAt: sql`now() - interval '30 days 1 minute'` })
        .where(eq(memberInvitations.id, row?.id ?? "")),
    );
    await invite(viewer, address());
  });
});
