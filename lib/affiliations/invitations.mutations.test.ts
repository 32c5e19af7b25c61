import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import {
  affiliationRequests,
  affiliations,
  organisationInvitations,
} from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  acceptInvitation,
  declineInvitation,
  inviteColleague,
  withdrawInvitation,
} from "./invitations.mutations";
import { requestAffiliation } from "./mutations";
import { findInvitation } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = Parameters<typeof makeMember>[2];

const patron = `patron-${randomUUID()}@example.org`;
let manager: Member;

beforeAll(async () => {
  manager = await member({ email: patron });
});

afterAll(closeDatabase);

const member = (account: Values = {}) => transaction((tx) => makeMember(tx, {}, account));

const organisation = () =>
  transaction(async (tx) => {
    const { id } = await makeOrganisation(tx, { name: { fr: "Tulle & Soie", zh: "薄纱丝绸" } });
    const place = { memberId: manager.memberId, organisationId: id, role: "manager" } as const;
    await tx.insert(affiliations).values({ ...place, isMain: false });
    return id;
  });

const address = () => `invite-${randomUUID()}@example.org`;

type Invited = { locale?: "fr" | "zh"; role?: "person" | "manager"; by?: Member };

/** Sends an invitation and reads the secret out of its mail. */
async function invite(organisationId: string, email: string, more: Invited = {}): Promise<string> {
  const { locale = "fr", role = "person", by = manager } = more;
  await transaction((tx) => inviteColleague(tx, by, { organisationId, email, locale, role }));
  return String((await lastMail(email))?.data.to).replace("/invitation?token=", "");
}

async function lastMail(to: string) {
  const [row] = await query((db) =>
    db
      .select({
        kind: mails.kind,
        locale: mails.locale,
        data: mails.data,
        account: mails.accountId,
      })
      .from(mails)
      .where(eq(mails.address, to))
      .orderBy(desc(mails.createdAt))
      .limit(1),
  );
  return row;
}

async function kindsTo(to: string): Promise<string[]> {
  const rows = await query((db) =>
    db.select({ kind: mails.kind }).from(mails).where(eq(mails.address, to)),
  );
  return rows.map(({ kind }) => kind);
}

async function invitationTo(email: string) {
  const [row] = await query((db) =>
    db
      .select({
        invitationId: organisationInvitations.id,
        state: organisationInvitations.state,
        memberId: organisationInvitations.memberId,
        tokenHash: organisationInvitations.tokenHash,
      })
      .from(organisationInvitations)
      .where(eq(organisationInvitations.email, email))
      .orderBy(desc(organisationInvitations.createdAt)),
  );
  if (!row) throw new Error("nobody was invited");
  return row;
}

async function roleOf(who: Member, organisationId: string): Promise<string | undefined> {
  const [row] = await query((db) =>
    db
      .select({ role: affiliations.role })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.memberId, who.memberId),
          eq(affiliations.organisationId, organisationId),
        ),
      ),
  );
  return row?.role;
}

const accept = (viewer: Viewer, token: string) =>
  transaction((tx) => acceptInvitation(tx, viewer, { token }));

const expire = (email: string) =>
  query((db) =>
    db
      .update(organisationInvitations)
      .set({ expiresAt: sql`now() - interval '1 minute'` })
      .where(eq(organisationInvitations.email, email)),
  );

describe("inviting", () => {
  test("the mail speaks the language asked for; only the link's hash is kept", async () => {
    const id = await organisation();
    const email = address();
    const token = await invite(id, email, { locale: "zh" });
    expect(await lastMail(email)).toMatchObject({
      kind: "organisationInvitation",
      locale: "zh",
      account: null,
      data: { organisation: "薄纱丝绸", person: "Camille Montclair" },
    });
    const { tokenHash } = await invitationTo(email);
    expect(tokenHash).not.toContain(token);
    const [event] = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, id))
        .orderBy(auditEvents.id),
    );
    expect(event?.name).toBe("invitation.sent");
    expect(JSON.stringify(event?.data)).not.toContain(email);
  });

  test("an address with an account gets the same mail as one without", async () => {
    const id = await organisation();
    const email = address();
    await member({ email, locale: "fr" });
    await invite(id, email, { locale: "zh" });
    expect(await lastMail(email)).toMatchObject({ locale: "zh", account: null });
  });

  test("oneself, a colleague and an address that was invited already are told apart", async () => {
    const id = await organisation();
    const email = address();
    const colleague = await member({ email });
    const token = await invite(id, email);
    await expect(invite(id, email)).rejects.toMatchObject({ code: "alreadyInvited" });
    await accept(colleague, token);
    await expect(invite(id, email)).rejects.toMatchObject({
      code: "alreadyColleague",
      field: "email",
    });
    await expect(invite(id, patron)).rejects.toMatchObject({ code: "inviteYourself" });
  });

  test("only a manager invites, and withdraws", async () => {
    const [person, stranger] = await Promise.all([member(), member({ role: "administrator" })]);
    const id = await organisation();
    const email = address();
    const token = await invite(id, email);
    const { invitationId } = await invitationTo(email);
    await transaction((tx) =>
      tx.insert(affiliations).values({ memberId: person.memberId, organisationId: id }),
    );
    const withdraw = (who: Member) =>
      transaction((tx) => withdrawInvitation(tx, who, { invitationId }));
    for (const who of [person, stranger]) {
      await expect(invite(id, address(), { by: who })).rejects.toMatchObject({ code: "notFound" });
      await expect(withdraw(who)).rejects.toMatchObject({ code: "notFound" });
    }
    await withdraw(manager);
    expect(await findInvitation(token)).toBeNull();
    await expect(withdraw(manager)).rejects.toMatchObject({ code: "alreadyDecided" });
  });

  test("one that ran out gives its place to the next", async () => {
    const id = await organisation();
    const email = address();
    const old = await invite(id, email);
    await expire(email);
    expect(await findInvitation(old)).toBeNull();
    await invite(id, email);
  });

  test("the same address twenty times at once: one invitation, one mail", async () => {
    const id = await organisation();
    const email = address();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => invite(id, email)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await kindsTo(email)).toHaveLength(1);
  });
});

describe("answering", () => {
  test("reading the link consumes nothing; yes makes a person, tells who invited and closes a request", async () => {
    const id = await organisation();
    const email = address();
    const guest = await member({ email });
    await transaction((tx) =>
      requestAffiliation(tx, guest, { organisationId: id, kind: "join", words: "" }),
    );
    const token = await invite(id, email);
    await findInvitation(token);
    expect(await findInvitation(token)).toEqual({
      organisationId: id,
      organisationName: "Tulle & Soie",
      email,
      locale: "fr",
      role: "person",
    });
    await accept(guest, token);
    expect(await roleOf(guest, id)).toBe("person");
    expect(await invitationTo(email)).toMatchObject({
      state: "accepted",
      memberId: guest.memberId,
    });
    const [request] = await query((db) =>
      db
        .select({ state: affiliationRequests.state })
        .from(affiliationRequests)
        .where(eq(affiliationRequests.memberId, guest.memberId)),
    );
    expect(request?.state).toBe("withdrawn");
    expect(await eventsOn(guest.memberId)).toContain("request.withdrawn");
    await expect(accept(guest, token)).rejects.toMatchObject({ code: "linkExpired" });
  });

  test("as a manager: a person becomes one, at most once", async () => {
    const id = await organisation();
    const email = address();
    const guest = await member({ email });
    const token = await invite(id, email, { role: "manager" });
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => accept(guest, token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await roleOf(guest, id)).toBe("manager");
  });

  test("the link in other hands, an inactive account and an account without a profile do not accept", async () => {
    const id = await organisation();
    const [email, inactive, clubs] = [address(), address(), address()];
    const [other, suspended] = await Promise.all([
      member(),
      member({ email: inactive, status: "suspended" }),
    ]);
    const account = await transaction((tx) => makeAccount(tx, { email: clubs }));
    const token = await invite(id, email);
    await expect(accept(other, token)).rejects.toMatchObject({ code: "otherAddress" });
    await expect(
      transaction((tx) => declineInvitation(tx, other, { token })),
    ).rejects.toMatchObject({ code: "otherAddress" });
    const [toInactive, toClubs] = [await invite(id, inactive), await invite(id, clubs)];
    await expect(accept(suspended, toInactive)).rejects.toMatchObject({ code: "notActive" });
    await expect(accept(account, toClubs)).rejects.toMatchObject({ code: "notActive" });
    await expect(accept(other, "no-such-link")).rejects.toMatchObject({ code: "linkExpired" });
    await expire(email);
    await expect(accept(other, token)).rejects.toMatchObject({ code: "linkExpired" });
  });

  test("no, without an account; yes and no at once: one answer", async () => {
    const id = await organisation();
    const email = address();
    const token = await invite(id, email);
    await transaction((tx) => declineInvitation(tx, null, { token }));
    expect(await invitationTo(email)).toMatchObject({ state: "declined", memberId: null });
    expect(await findInvitation(token)).toBeNull();
    const other = address();
    const guest = await member({ email: other });
    const link = await invite(id, other);
    const tries = await Promise.allSettled([
      accept(guest, link),
      transaction((tx) => declineInvitation(tx, guest, { token: link })),
    ]);
    const lost = tries.flatMap((each) => (each.status === "rejected" ? each.reason.code : []));
    expect(lost).toEqual(["linkExpired"]);
  });
});
