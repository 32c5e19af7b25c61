import "server-only";
import { and, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { InterestState } from "@/db/enums";
import { interests } from "@/db/schema/interests";
import { introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { PARTNER_STATES, REVEALED_STATES } from "@/lib/interests/policy";

/**
 * Ends the contact between the viewer and a member, by whichever yes it came: each sees no more of the other than what is shown to
 * members, also where talks between them came to nothing. Their rooms stay as they are, and nobody is told; either reads it where the
 * yes stood. Throws `notFound` where the two are no contacts, `contactOver` where it has ended by now.
 */
export async function endContact(
  tx: Transaction,
  viewer: Viewer,
  { memberId }: { memberId: string },
): Promise<void> {
  authorize(isReadingMember(viewer) && viewer.memberId !== memberId);
  const pair = [viewer.memberId, memberId];
  // As those who ask, and who block: both, in the order of their keys.
  await tx
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, pair))
    .orderBy(members.id)
    .for("no key update");
  const { askedBy, asked } = introductions;
  await tx
    .select({ id: introductions.id })
    .from(introductions)
    .where(and(inArray(askedBy, pair), inArray(asked, pair)))
    .orderBy(introductions.id)
    .for("no key update");
  const isMet = sql`exists (select from introduction_answers kept
    where kept.introduction_id = "introductions"."id" and kept.answer = 'accepted')`;
  const met = and(inArray(askedBy, pair), inArray(asked, pair), isMet);
  const between = and(inArray(interests.memberId, pair), inArray(interests.receivedBy, pair));
  const accepted = and(between, inArray(interests.state, [...PARTNER_STATES]));
  // What came to no agreement makes nobody a contact, and keeps a project's text open.
  const revealed = and(between, inArray(interests.state, [...REVEALED_STATES]));
  const day = { contactEndedOn: today() };
  const introduced = await tx
    .update(introductions)
    .set(day)
    .where(and(met, isNull(introductions.contactEndedOn)))
    .returning({ id: introductions.id });
  const talked = await tx
    .update(interests)
    .set(day)
    .where(and(revealed, isNull(interests.contactEndedOn)))
    .returning({ state: interests.state });
  const areContacts =
    introduced.length > 0 ||
    talked.some(({ state }) => (PARTNER_STATES as readonly InterestState[]).includes(state));
  authorize(areContacts || !(await wereContacts(tx, met, accepted)), "contactOver");
  authorize(areContacts);
  await record(tx, viewer, {
    ...{ name: "member.contact-ended", subjectType: "account", subjectId: viewer.accountId },
  });
}

/** Whether a contact between the two has ended before. */
async function wereContacts(
  tx: Transaction,
  met: SQL | undefined,
  accepted: SQL | undefined,
): Promise<boolean> {
  const past = [
    await tx.$count(introductions, and(met, isNotNull(introductions.contactEndedOn))),
    await tx.$count(interests, and(accepted, isNotNull(interests.contactEndedOn))),
  ];
  return past.some((count) => count > 0);
}
