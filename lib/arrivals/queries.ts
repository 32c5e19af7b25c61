import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { imports } from "@/db/schema/imports";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { needsTransferConsent } from "@/lib/applications/transfer-consent";
import { readTextsInForce } from "@/lib/consents/in-force.queries";
import { isThere } from "@/lib/core/auth/standing";
import { hashToken } from "@/lib/core/auth/tokens";
import { today } from "@/lib/core/dates";
import { canComeIn, keptUntil } from "./policy";

/** What the account of a link and its days are, for the policy. */
export const arrivalColumns = {
  id: accounts.id,
  status: accounts.status,
  isBroughtIn: accounts.isBroughtIn,
  erasureDueAt: accounts.erasureDueAt,
  broughtAt: accounts.createdAt,
  invitedOn: accounts.invitedOn,
  remindedOn: accounts.remindedOn,
};

/** With the day in Lyon on which they were brought in. */
export const withDay = <Row extends { broughtAt: Date }>({ broughtAt, ...row }: Row) => ({
  ...row,
  broughtOn: today(broughtAt),
});

/** How the link of a row stands. */
const linkColumns = {
  isUsed: sql<boolean>`${accountLinks.usedAt} is not null`,
  isOver: sql<boolean>`${accountLinks.expiresAt} <= now()`,
};

/** Why a link does not let in: its person has come in, asked to be forgotten, has a newer one, waited too long, or is not awaited. */
export type ClosedLink = "used" | "leaving" | "replaced" | "expired" | "withdrawn";

export type Arrival = Extract<Awaited<ReturnType<typeof findArrival>>, { link: "open" }>;

/**
 * What the club holds of the person a link is for, all of it, and the texts they are asked to accept; or why the link does
 * not let in: an unknown one is withdrawn, which says nothing of any address. Looking consumes nothing.
 */
export async function findArrival(token: string): Promise<
  | { link: ClosedLink }
  | ({ link: "open" } & Awaited<ReturnType<typeof readHeld>> & {
        texts: Awaited<ReturnType<typeof readTextsInForce>>;
      })
> {
  const [found] = await query((db) =>
    db
      .select({ ...arrivalColumns, ...linkColumns })
      .from(accountLinks)
      .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
      .where(isLink(token)),
  );
  const closed = closedBy(found);
  if (!found || closed) return { link: closed ?? "withdrawn" };
  const [held, texts] = await Promise.all([readHeld(found.id), readTextsInForce()]);
  return { link: "open", ...held, texts };
}

type Found = {
  status: (typeof accounts.$inferSelect)["status"];
  isBroughtIn: boolean;
  erasureDueAt: Date | null;
  isUsed: boolean;
  isOver: boolean;
};

/** Why a link is closed; null while it is open. */
function closedBy(found: Found | undefined): ClosedLink | null {
  if (!found) return "withdrawn";
  if (isThere(found) || found.status === "suspended") return "used";
  if (found.erasureDueAt !== null) return "leaving";
  if (!canComeIn(found)) return "withdrawn";
  if (found.isUsed) return "replaced";
  return found.isOver ? "expired" : null;
}

const isLink = (token: string) =>
  and(eq(accountLinks.tokenHash, hashToken(token)), eq(accountLinks.purpose, "come-in"));

/** The same inside the transaction of the act: the account is held until it stands. Null for a link that does not let in. */
export async function lockArrival(tx: Transaction, token: string) {
  const [found] = await tx
    .select({
      ...arrivalColumns,
      ...linkColumns,
      email: accounts.email,
      role: accounts.role,
      theme: accounts.theme,
    })
    .from(accountLinks)
    .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
    .where(isLink(token))
    .for("no key update", { of: accounts });
  return found && closedBy(found) === null ? found : null;
}

/** All that is held of an arrival, with where it came from. */
async function readHeld(accountId: string) {
  const [row] = await query((db) =>
    db
      .select({
        ...heldColumns,
        email: accounts.email,
        letters: accounts.locale,
        broughtAt: accounts.createdAt,
        invitedOn: accounts.invitedOn,
        organisation: organisations.name,
        organisationSlug: organisations.slug,
        organisationLocale: organisations.originalLocale,
      })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(eq(accounts.id, accountId)),
  );
  if (!row) throw new Error("somebody brought in has no profile");
  const { broughtAt, seat, phone, ...held } = row;
  const broughtOn = today(broughtAt);
  const [file] = await query((db) =>
    db
      .select({ endedAt: imports.endedAt })
      .from(imports)
      .where(sql`${imports.brought} -> 'people' @> ${JSON.stringify([{ accountId }])}::jsonb`)
      .orderBy(desc(imports.createdAt))
      .limit(1),
  );
  return {
    ...held,
    phone,
    broughtOn,
    isFromFile: file !== undefined,
    keptUntil: keptUntil({ broughtOn, invitedOn: held.invitedOn }),
    isTransferNeeded: isInMainland({ seat, phone }),
  };
}

const seat = { country: organisations.country, place: organisations.place };

const heldColumns = {
  familyName: members.familyName,
  givenName: members.givenName,
  nameOrder: members.nameOrder,
  nameZh: members.nameZh,
  originalLocale: members.originalLocale,
  jobTitle: members.jobTitle,
  sectors: members.sectors,
  cities: members.cities,
  category: members.category,
  joinedOn: members.joinedOn,
  phone: memberContacts.phone,
  wechat: memberContacts.wechat,
  seat,
};

type Whereabouts = {
  seat: {
    country: (typeof organisations.$inferSelect)["country"] | null;
    place: string | null;
  } | null;
  phone: string | null;
};

/** Whether they need to consent to the transfer, as an applicant would. */
function isInMainland({ seat: at, phone }: Whereabouts): boolean {
  const joins = at?.country ? { country: at.country, place: at.place } : (false as const);
  return needsTransferConsent({ phone: phone ?? "" }, joins);
}

/** The profile of an arrival as it is kept, to save it with what they corrected. */
export async function readProfile(tx: Transaction, accountId: string) {
  const [row] = await tx
    .select({
      memberId: members.id,
      memberSlug: members.slug,
      version: members.version,
      bio: members.bio,
      offers: members.offers,
      needs: members.needs,
      languages: members.languages,
      translates: members.translates,
      visibility: members.visibility,
      originalLocale: members.originalLocale,
      jobTitle: members.jobTitle,
      email: memberContacts.email,
      phone: memberContacts.phone,
      wechat: memberContacts.wechat,
      seat,
    })
    .from(members)
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(members.accountId, accountId));
  if (!row) return null;
  const { seat: at, ...profile } = row;
  return { ...profile, isTransferNeeded: isInMainland({ seat: at, phone: row.phone }) };
}
