import type { AffiliationRole, PageVisibility } from "@/db/enums";
import { inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { type NamedMember, personFact } from "@/lib/members/member-card";
import { managersOf } from "./policy";
import type { Roster } from "./roster.queries";

type Who = "managers" | "manager" | "person" | "overtaken" | "inviter" | "invited";

const NOTICES: NoticeTable<Who> = {
  "affiliation.requested": { managers: "affiliationRequested" },
  "request.accepted": { person: "requestAccepted", manager: "claimAccepted" },
  "request.declined": { person: "requestDeclined", overtaken: "claimOvertaken" },
  "affiliation.handed-over": { manager: "madeManager" },
  "affiliation.left": { managers: "personLeft" },
  "affiliation.removed": { person: "personRemoved" },
  "invitation.sent": { invited: "organisationInvitation" },
  "invitation.accepted": { inviter: "invitationAccepted" },
  "invitation.declined": { inviter: "invitationDeclined" },
};

const takenDown = (locale: Locale) => getTranslator(locale, "organisations")("takenDown");

/** Who still reads its name once it was taken down. */
const MANAGING: readonly Who[] = ["managers", "manager", "inviter"];

/** Who does not manage it, and may not even belong to it. */
const LEFT_OUTSIDE: readonly Who[] = ["person", "overtaken"];
const SEEN_FROM_OUTSIDE: readonly PageVisibility[] = ["public", "members"];

type Told = {
  people: { readonly [who in Who]?: Recipient | readonly Recipient[] };
  /** The member the notice speaks of. */
  about?: NamedMember;
  words?: string;
  /** What the button opens; the organisation's people unless told otherwise. */
  to?: string;
  /** The address that an invitation went to stays where the invitation is. */
  address?: string;
  /** What somebody is invited as. */
  role?: AffiliationRole;
};

type Organisation = Pick<Roster, "id" | "slug" | "name" | "originalLocale"> &
  Partial<Pick<Roster, "isHidden" | "visibility">>;

/** Who hears of the people of an organisation: what they read is about it, whoever of its people the event is about. */
export const tellOfPeople = (
  { id, slug, name, originalLocale, isHidden, visibility = "members" }: Organisation,
  { people, about, words = "", to = `/organisations/${slug}/people`, address = "", role }: Told,
) =>
  tellBy(NOTICES, {
    people,
    thing: (who) =>
      LEFT_OUTSIDE.includes(who) && (isHidden || !SEEN_FROM_OUTSIDE.includes(visibility))
        ? "reader"
        : { subjectType: "organisation", subjectId: id },
    facts: (who) => ({
      ...(isHidden && !MANAGING.includes(who)
        ? { organisation: inEachLanguage(takenDown), to: "/organisations" }
        : { organisation: { text: name, original: originalLocale }, to }),
      person: about ? personFact(about) : "",
      words,
      ...(role && { role }),
    }),
    letter: () => ({ address }),
  });

/** The active managers of an organisation, but not the one who acts. */
export const otherManagers = (roster: Roster, actor: { accountId: string }) =>
  managersOf(roster).filter(({ accountId }) => accountId !== actor.accountId);
