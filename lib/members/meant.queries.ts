import "server-only";
import { and, eq, like, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { memberContacts, members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { email } from "@/lib/core/text/fields";
import { searchPatterns, searchWords } from "@/lib/search/search-words";
import { isInDirectory } from "./listed.queries";
import { sightOf } from "./policy";
import { isSeen, nameColumns } from "./sight.queries";

/**
 * The active member of the directory meant by what somebody typed: an e-mail that they show them, the address or slug
 * of a page, or a full name in either script and order. Throws `memberUnknown`, `memberAmbiguous` on `person`.
 */
export async function findMeant(tx: Transaction, viewer: Viewer, typed: string): Promise<string> {
  const address = email.safeParse(typed);
  const isShown = isSeen(sightOf(viewer), "email");
  const slug = /(?:^|\/members\/)([a-z0-9-]{1,120})\/?$/.exec(typed)?.[1];
  const [bySlug] = slug ? await findMembers(tx, viewer, eq(members.slug, slug)) : [];
  if (bySlug) return bySlug.memberId;
  const found = address.success
    ? await findMembers(
        tx,
        viewer,
        and(isShown, eq(sql`lower(${memberContacts.email})`, address.data)),
      )
    : await findByName(tx, viewer, typed);
  if (found.length === 1 && found[0]) return found[0].memberId;
  const code = found.length > 1 ? "memberAmbiguous" : "memberUnknown";
  throw new AppError(code, { field: "person" });
}

/** Only the whole name counts: half of one might be somebody else's. */
async function findByName(tx: Transaction, viewer: Viewer, typed: string) {
  const wanted = joined(typed);
  const patterns = searchPatterns(typed);
  if (wanted === "" || patterns.length === 0) return [];
  const isSimilar = and(...patterns.map((one) => like(members.searchNames, one)));
  const found = await findMembers(tx, viewer, isSimilar);
  return found.filter(({ familyName, givenName, nameZh }) =>
    [`${familyName} ${givenName}`, `${givenName} ${familyName}`, nameZh ?? ""].some(
      (name) => joined(name) === wanted,
    ),
  );
}

const joined = (name: string) => searchWords(name).join("");

function findMembers(tx: Transaction, viewer: Viewer, condition: SQL | undefined) {
  return tx
    .select({ memberId: members.id, ...nameColumns(viewer) })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .where(and(condition, isActing(), isInDirectory))
    .limit(50);
}
