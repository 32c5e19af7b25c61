import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { PARTNER_STATES } from "./policy";
import {
  contactColumns,
  isOtherOrganisation,
  isOtherSide,
  isOwn,
  otherColumns,
  profileColumns,
} from "./sight.queries";

/** Most that are shown above a discussion. */
const MOST = 12;

export type Partner = Awaited<ReturnType<typeof listPartners>>[number];

/** Who is on the other side of the viewer's accepted interests in a project, the last accepted first, 12 at most, with how they are reached. */
export async function listPartners(viewer: Viewer, slug: string) {
  if (!isReadingMember(viewer)) return [];
  const isAccepted = and(
    inArray(interests.state, [...PARTNER_STATES]),
    isNull(interests.contactEndedOn),
  );
  return query((db) =>
    db
      .select({
        id: interests.id,
        ...otherColumns(viewer),
        ...profileColumns(viewer),
        ...contactColumns(viewer),
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, isOtherSide(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .leftJoin(organisations, isOtherOrganisation(viewer))
      .where(and(eq(entries.slug, slug), isAccepted, isOwn(viewer)))
      .orderBy(desc(interests.stateAt))
      .limit(MOST),
  );
}
