import type { SubjectType } from "@/db/enums";
import { tellFormer, tellOwner } from "@/lib/accounts/notices";
import { tellOfDue, tellOfRemoval } from "@/lib/activities/notices";
import { tellOfPeople } from "@/lib/affiliations/notices";
import { tellAdmitted, tellApplicant } from "@/lib/applications/notices";
import { tellArrival } from "@/lib/arrivals/notices";
import { tellKeepers } from "@/lib/consents/notices";
import type { ClubEvent, Telling } from "@/lib/core/events/record";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { tellPayer } from "@/lib/dues/notices";
import { tellOfDue as tellOfDueExperiences } from "@/lib/experiences/notices";
import { tellInvited } from "@/lib/invitations/notices";
import { tellOfProfile } from "@/lib/members/notices";
import { tellOfPassword } from "@/lib/passwords/notices";
import { tellOfFactor } from "@/lib/second-factor/notices";
import type { Person, ToldWorld } from "./told-world";

/** An event as it is told: on what, by which function, and who hears it as which word of its room's table. */
export type Told = {
  subject: readonly [SubjectType, string];
  tell: (event: ClubEvent) => readonly Telling[];
  /** Accounts; `letter` for an address that gets one and no notice. */
  hears: Readonly<Record<string, readonly Person[] | "letter">>;
};

const to = "/home";
const words = "Merci";
const names = { familyName: "Zhao", givenName: "Wenqi", nameOrder: "given-first" } as const;
export const about = { ...names, nameZh: "赵文琪" };
const refusal = { reason: "other", list: "reasonsApplicationRefusal" } as const;
const suspension = { reason: "other", list: "reasonsSuspension" } as const;
const WAITING = { broughtOn: "2026-11-02", invitedOn: "2026-11-05" };
const LINK = { token: "token", day: "2026-11-27" };
const FORMER = "former@example.org";

const NO_NAME = {
  familyName: "K",
  givenName: "Z",
  nameOrder: null,
  nameZh: null,
  displayName: null,
};
const PROFILE = {
  ...{ ...NO_NAME, email: FORMER, organisation: null, originalLocale: "fr" as const },
  ...{ jobTitle: { fr: words }, sectors: [], cities: [] },
};

/** What concerns accounts, and what they have of their own. */
export function toldOfAccounts({ owner, title, ...own }: ToldWorld) {
  const { accountId } = owner;
  const titled = { title, originalLocale: "fr", slug: "own" } as const;
  const former: Recipient = { accountId, address: FORMER };
  const application = { id: own.application.id, email: FORMER, locale: "fr", answers: {} } as const;
  const onAccount = (tell: Told["tell"], hears: Told["hears"] = { owner: [owner] }): Told => ({
    subject: ["account", accountId],
    tell,
    hears,
  });
  const onApplication = (tell: Told["tell"]): Told => ({
    subject: ["application", own.application.id],
    tell,
    hears: { applicant: "letter", member: [owner] },
  });
  const letter = () => ({ to });
  const onDues = (facts: Record<string, string>) =>
    onAccount(tellPayer(accountId, { ...facts, to }), { payer: [owner] });
  return {
    "account.suspended": onAccount(tellOwner(accountId, { reason: suspension, words, to })),
    "account.lapsed": onAccount(tellOwner(accountId, { until: words, to })),
    "account.left": onAccount(tellOwner(accountId, { words: "", to })),
    "account.ended": onAccount(tellOwner(accountId, { words, to })),
    "account.archive-opened": onAccount(tellOwner(accountId, { to })),
    "account.reinstated": onAccount(tellOwner(accountId, { words, to })),
    "dues.called": onDues({ number: "2027-0001", year: "2027", amount: "1" }),
    "dues.paid": onDues({ number: "2027-0001", year: "2027", amount: "1" }),
    "dues.call-cancelled": onDues({ number: "2027-0001", year: "2027", words }),
    "dues.receipt-cancelled": onDues({ number: "2027-0001", year: "2027", words }),
    "dues.ending": onDues({ call: "own", until: "1", last: "2" }),
    "dues.over": onDues({ call: "own", until: "1", last: "2" }),
    "account.role-changed": onAccount(tellOwner(accountId, { role: "member", to })),
    "account.admitted": onAccount(tellOwner(accountId, { words }, letter)),
    "account.declined": onAccount(tellOwner(accountId, { reason: refusal, words, to })),
    "account.address-asked": onAccount(tellOwner(accountId, { to })),
    "account.address-changed": onAccount(tellFormer(former, { to }), { former: "letter" }),
    "account.address-restored": onAccount(tellFormer(former, { to }), { former: "letter" }),
    "account.erasure-asked": onAccount(tellFormer(former, { day: "1er mai 2027", to }, owner), {
      owner: [owner],
      former: "letter",
    }),
    "account.erasure-called-off": onAccount(tellOwner(accountId, { to })),
    "account.erased": onAccount(tellFormer(former, {}), { former: "letter" }),
    "account.invited": onAccount(tellArrival(accountId, WAITING, LINK), { arrival: [owner] }),
    "account.reminded": onAccount(tellArrival(accountId, WAITING, LINK), { arrival: [owner] }),
    "member.asked": onAccount(tellOfProfile({ ...PROFILE, accountId }), { member: [owner] }),
    "club-invitation.sent": onAccount(
      tellInvited({ address: FORMER, locale: "fr", name: "" }, about, { token: "token", words }),
      { invited: "letter" },
    ),
    "activity.reminded": onAccount(tellOfDue(accountId, [titled, { ...titled, title: {} }]), {
      member: [owner],
    }),
    "activity.removed": {
      subject: ["activity", own.activity.id],
      tell: tellOfRemoval(accountId, titled),
      hears: { member: [owner] },
    },
    "experience.reminded": onAccount(
      tellOfDueExperiences(accountId, [titled, { ...titled, title: {} }]),
    ),
    "application.link-sent": onApplication(tellApplicant(application, { to })),
    "application.submitted": onApplication(tellApplicant(application, { to })),
    "application.withdrawn": onApplication(tellApplicant(application, { to })),
    "application.info-requested": onApplication(tellApplicant(application, { words, to })),
    "application.refused": onApplication(
      tellApplicant(application, { reason: refusal, words, to }),
    ),
    "application.approved": onApplication(tellAdmitted(accountId, { words }, letter)),
    "consent.withdrawn": onAccount(tellKeepers(accountId, [owner]), { keepers: [owner] }),
    "password.chosen": onAccount(tellOfPassword(accountId)),
    "password.changed": onAccount(tellOfPassword(accountId)),
    "factor.set-up": onAccount(tellOfFactor(accountId)),
    "factor.codes-renewed": onAccount(tellOfFactor(accountId)),
    "factor.code-used": onAccount(tellOfFactor(accountId, to, { left: "1" })),
    "factor.switched-off": onAccount(tellOfFactor(accountId)),
    "factor.reset": onAccount(tellOfFactor(accountId)),
    "factor.refused": onAccount(tellOfFactor(accountId)),
  } satisfies Record<string, Told>;
}

/** What concerns the people of an organisation. */
export function toldOfOrganisation({ manager, person, title, ...world }: ToldWorld) {
  const organisation = { ...world.organisation, name: title, originalLocale: "fr" } as const;
  const on = (hears: Told["hears"], people: Record<string, Recipient | Recipient[]>): Told => ({
    subject: ["member", person.memberId],
    tell: tellOfPeople(organisation, { people, about, words, to, address: FORMER, role: "person" }),
    hears,
  });
  const [managers, outside] = [[manager], [person]];
  return {
    "affiliation.requested": on({ managers }, { managers }),
    "request.accepted": on({ person: outside, manager: managers }, { person, manager }),
    "request.declined": on({ person: outside, overtaken: outside }, { person, overtaken: person }),
    "affiliation.handed-over": on({ manager: managers }, { manager }),
    "affiliation.left": on({ managers }, { managers }),
    "affiliation.removed": on({ person: outside }, { person }),
    "invitation.sent": on(
      { invited: "letter" },
      { invited: { address: FORMER, locale: "fr", name: "" } },
    ),
    "invitation.accepted": on({ inviter: managers }, { inviter: manager }),
    "invitation.declined": on({ inviter: managers }, { inviter: manager }),
  } satisfies Record<string, Told>;
}
