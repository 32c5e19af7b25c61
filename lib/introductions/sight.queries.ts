import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { onlyIf } from "@/db/columns";
import type { PassingAnswer } from "@/db/enums";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { PRESENT } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { sightOf } from "@/lib/members/policy";
import {
  isReachable,
  mainOrganisation,
  nameColumns,
  seen,
  slugColumn,
} from "@/lib/members/sight.queries";

/** A viewer who has a profile: one of the two, or neither. */
export type Reader = Viewer & { memberId: string };

/** As long as others come upon what they write. */
const isAskerThere = sql`exists (select from members asker join accounts person on person.id = asker.account_id
  where asker.id = "introductions"."asked_by" and person.status ${PRESENT})`;

const isAskerBlocked = sql`exists (select from introduction_answers kept
  where kept.introduction_id = "introductions"."id" and kept.answer = 'blocked')`;

/** What a block has kept back is answered at no time: the go-between never comes upon it. */
const isThrough = (memberId: string) => sql`exists (select from introduction_passings through
  where through.introduction_id = "introductions"."id" and through.go_between = ${memberId}
    and (through.answer is null or through.answered_at is not null))`;

/** Not passed on yet: only its asker and the go-between know of it. */
export const isHeld = sql<boolean>`exists (select from introduction_passings through
  where through.introduction_id = "introductions"."id" and through.answer is distinct from 'passed-on')`;

/** Where the viewer is one of the two, or the one between them; nobody reads what somebody has written who was suspended, has left or is blocked. */
export const isOwn = ({ memberId }: Pick<Reader, "memberId">): SQL | undefined =>
  or(
    eq(introductions.askedBy, memberId),
    and(
      eq(introductions.asked, memberId),
      isAskerThere,
      sql`not ${isAskerBlocked}`,
      sql`not ${isHeld}`,
    ),
    and(isThrough(memberId), isAskerThere),
  );

/** Join `members` by this: the other of the two, to the go-between the asker. */
export const isOther = ({ memberId }: Reader): SQL => sql`${members.id} = case
  when ${introductions.askedBy} = ${memberId} then ${introductions.asked} else ${introductions.askedBy} end`;

/** Left join the answers by this: the asker reads a yes and nothing else, so that "not now" is not there for them, the go-between nothing. */
export const isReadAnswer = ({ memberId }: Reader): SQL | undefined =>
  and(
    eq(introductionAnswers.introductionId, introductions.id),
    or(
      and(eq(introductionAnswers.answer, "accepted"), eq(introductions.askedBy, memberId)),
      eq(introductions.asked, memberId),
    ),
  );

/** What every page says of one. */
export const shownColumns = {
  id: introductions.id,
  askerId: introductions.askedBy,
  askedId: introductions.asked,
  createdAt: introductions.createdAt,
  endsOn: introductions.endsOn,
  answer: introductionAnswers.answer,
  machineAt: introductions.machineAt,
};

/** Through whom it goes, and to that one alone what became of it with them; to the two, since when they are no contacts any more. */
export const throughColumns = ({ memberId }: Reader) => ({
  goBetweenId: sql<string | null>`(select through.go_between from introduction_passings through
    where through.introduction_id = "introductions"."id")`,
  passing: sql<PassingAnswer | null>`(select through.answer from introduction_passings through
    where through.introduction_id = "introductions"."id" and through.go_between = ${memberId})`,
  contactEndedOn: onlyIf(
    or(eq(introductions.askedBy, memberId), eq(introductions.asked, memberId)),
    introductions.contactEndedOn,
  ),
});

/** Who the other is, as they show themselves to this reader. Join members and accounts. */
export function otherColumns(reader: Reader) {
  return {
    ...nameColumns(reader),
    slug: slugColumn(reader),
    hasPage: sql<boolean>`${isReachable(reader) ?? sql`true`}`,
  };
}

/** The same in full, with how they are reached: nothing of somebody whose page is closed to the reader. Join memberContacts. */
export function personColumns(reader: Reader) {
  const sight = sightOf(reader);
  const isOpen = isReachable(reader) ?? sql`true`;
  const contact = (field: "email" | "phone" | "wechat") =>
    onlyIf(isOpen, memberContacts[field], seen(sight, field, memberContacts[field]));
  return {
    originalLocale: members.originalLocale,
    jobTitle: onlyIf(isOpen, members.jobTitle, seen(sight, "jobTitle", members.jobTitle)),
    organisation: onlyIf(isOpen, organisations.name, mainOrganisation(sight, organisations.name)),
    email: contact("email"),
    phone: contact("phone"),
    wechat: contact("wechat"),
  };
}
