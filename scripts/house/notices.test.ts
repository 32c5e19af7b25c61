import { expect, test } from "vitest";
import { ENTRY_KINDS } from "@/db/enums";
import { tellFormer, tellOwner } from "@/lib/accounts/notices";
import { tellOfDue, tellOfRemoval } from "@/lib/activities/notices";
import { tellOfPeople } from "@/lib/affiliations/notices";
import { tellAdmitted, tellApplicant } from "@/lib/applications/notices";
import { tellKeepers } from "@/lib/cooperations/notices";
import { readFacts } from "@/lib/core/events/facts";
import type { ClubEvent, Recipient, Telling } from "@/lib/core/events/record";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { type TurnedDown, turnDown } from "@/lib/entries/decision-reason";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { tellOfQuestion } from "@/lib/entries/questions/notices";
import {
  type TranslationOnline,
  tellAuthor,
  tellOfOffers,
  tellPublished,
} from "@/lib/entries/translation-notices";
import {
  tellOwner as tellExperienceAuthor,
  tellOfDue as tellOfDueExperiences,
  tellOfOpinion,
} from "@/lib/experiences/notices";
import { acceptedBy, tellOfInterest } from "@/lib/interests/notices";
import { tellAuthors } from "@/lib/moderation/notices";
import { toNoticeGroups } from "@/lib/notifications/notice-view";
import { tellOfPassword } from "@/lib/passwords/notices";
import { tellOwner as tellProjectOwner } from "@/lib/projects/notices";
import { tellOfFollowUp } from "@/lib/projects/outcomes/notices";
import { PROJECTS } from "@/lib/projects/project";
import { tellOfRoom } from "@/lib/rooms/notices";
import { tellOfFactor } from "@/lib/second-factor/notices";
import { listFiles, readSource } from "./house-files";

/** Who queues letters that no event causes, and their kinds: codes and links, at an address that may not be the asker’s. */
const QUEUEING = [
  "lib/accounts/address.mutations.ts",
  "lib/applications/access.mutations.ts",
  "lib/core/events/record.ts",
  "lib/core/mail/queue-mail.ts",
  "lib/passwords/mutations.ts",
  "lib/sessions/mutations.ts",
];
const LETTERS_ALONE: MailKind[] = [
  "signInCode",
  "passwordReset",
  "addressToConfirm",
  "addressInUse",
  "alreadyMember",
  "applicationLink",
  "digest",
];

const one: Recipient = { accountId: "one" };
const to = "/home";
const names = { familyName: "Zhao", givenName: "Wenqi", nameOrder: "given-first" } as const;
const about = { ...names, nameZh: "赵文琪" };
const text = { fr: "Soieries du Parc", zh: "公园丝绸" };
const organisation = { id: "one", slug: "soieries", name: text, originalLocale: "fr" } as const;
const application = { id: "one", email: "a@example.org", locale: "fr", answers: {} } as const;
const refusal = { reason: "other", list: "reasonsApplicationRefusal" } as const;
const suspension = { reason: "other", list: "reasonsSuspension" } as const;
const misleading = { reason: "misleading", list: "reasonsReport" } as const;
const words = "Merci";
const titled = { title: text, originalLocale: "fr" } as const;

const project = {
  ...titled,
  entryKind: "project",
  id: "one",
  slug: "soieries",
  ownerAccountId: "one",
  toldTitle: text,
} as const;
const locked = project as unknown as LockedEntry;
const offered = { locale: "zh", fields: ["title", "summary"] } as const;
const online = { ...project, moderation: "published", hiddenAt: null } as const;
/** As it is locked: with more than anybody is told. */
const row = { id: "one", memberId: "two", entryId: "three", state: "open" };
const answered = { ...row, locale: "zh", fields: ["title"], authorId: "one" } as const;
const interest = { ...project, owner: { accountId: "one" }, sender: { accountId: "two" } };
const contacts = { email: "a@example.org", phone: null, wechat: null };
const person = {
  ...about,
  ...contacts,
  jobTitle: text,
  organisation: text,
  originalLocale: "fr",
} as const;
const room = { ...project, ownerId: "one" };
const decided = { reasonCode: "other", words };
const turnedDown = (verdict: TurnedDown["verdict"]) =>
  turnDown(PROJECTS, { ...project, entryKind: "project" }, { ...decided, verdict }).facts;
const deadline = { date: "1er mai 2027", to };

const published = { ...titled, kind: "project", authors: [{ accountId: "one" }], to } as const;

type Tell = (event: Pick<ClubEvent, "name">) => readonly Telling[];

const tellOnline = (online: TranslationOnline[]) =>
  tellPublished({ ...PROJECTS, tellOwner: tellProjectOwner }, locked, online) as Tell;

/** Each event that somebody hears of, told to all who may hear of it. */
const TOLD: Record<string, Tell> = {
  "account.suspended": tellOwner("one", { reason: suspension, words, to }),
  "account.reinstated": tellOwner("one", { words, to }),
  "account.role-changed": tellOwner("one", { role: "member", to }),
  "account.admitted": tellOwner("one", { words }, () => ({ to })),
  "account.declined": tellOwner("one", { reason: refusal, words, to }),
  "account.address-asked": tellOwner("one", { to }),
  "account.address-changed": tellFormer(one, { to }),
  "account.address-restored": tellFormer(one, { to }),
  "account.erasure-asked": tellFormer(one, { day: "1er mai 2027", to }, one),
  "account.erased": tellFormer(one, {}),
  "activity.reminded": tellOfDue("one", [titled, { ...titled, title: {} }]),
  "activity.removed": tellOfRemoval("one", titled),
  "affiliation.requested": tellOfPeople(organisation, { people: { managers: [one] }, about }),
  "request.accepted": tellOfPeople(organisation, { people: { person: one, manager: one } }),
  "request.declined": tellOfPeople(organisation, { people: { person: one, overtaken: one } }),
  "affiliation.handed-over": tellOfPeople(organisation, { people: { manager: one }, about }),
  "affiliation.left": tellOfPeople(organisation, { people: { managers: one }, about }),
  "affiliation.removed": tellOfPeople(organisation, { people: { person: one } }),
  "invitation.sent": tellOfPeople(organisation, { people: { invited: one }, about, to }),
  "invitation.accepted": tellOfPeople(organisation, { people: { inviter: one }, about }),
  "invitation.declined": tellOfPeople(organisation, { people: { inviter: one }, address: "a@b.c" }),
  "application.submitted": tellApplicant(application, { to }),
  "application.withdrawn": tellApplicant(application, { to }),
  "application.info-requested": tellApplicant(application, { words, to }),
  "application.refused": tellApplicant(application, { reason: refusal, words, to }),
  "application.approved": tellAdmitted("one", { words }, () => ({ to })),
  "content.taken-down": tellAuthors(published, { reason: misleading, words }),
  "content.put-back": tellAuthors(published, { words }),
  "password.chosen": tellOfPassword("one"),
  "password.changed": tellOfPassword("one"),
  "factor.set-up": tellOfFactor("one"),
  "factor.codes-renewed": tellOfFactor("one"),
  "factor.code-used": tellOfFactor("one", to, { left: "1" }),
  "factor.switched-off": tellOfFactor("one"),
  "factor.reset": tellOfFactor("one"),
  "factor.refused": tellOfFactor("one"),
  "project.submitted": tellProjectOwner(project),
  "project.published": tellOnline([{ accountId: "one", ...offered }]),
  "project.changes-requested": tellProjectOwner(project, turnedDown("changes-requested")),
  "project.refused": tellProjectOwner(project, turnedDown("refused")),
  "revision.published": tellOnline([]),
  "revision.changes-requested": tellProjectOwner(project),
  "revision.refused": tellProjectOwner(project),
  "experience.submitted": tellExperienceAuthor(project),
  "experience.published": tellExperienceAuthor(project),
  "experience.changes-requested": tellExperienceAuthor(project),
  "experience.refused": tellExperienceAuthor(project, turnedDown("refused")),
  "experience.endorsed": tellOfOpinion(project, { person: "Zhao", year: "", words }),
  "experience.contradicted": tellOfOpinion(project, { person: "Zhao", year: "2026", words }),
  "experience.reminded": tellOfDueExperiences("one", [project, { ...project, title: {} }]),
  "cooperation.submitted": tellKeepers(project),
  "cooperation.published": tellKeepers(project),
  "cooperation.changes-requested": tellKeepers(project, turnedDown("changes-requested")),
  "cooperation.refused": tellKeepers(project, turnedDown("refused")),
  "project.deadline-warned": tellProjectOwner(project, { ...deadline, days: "7" }),
  "project.expired": tellProjectOwner(project, deadline),
  "project.follow-up-asked": tellOfFollowUp(project, 6),
  ...Object.fromEntries(
    ENTRY_KINDS.flatMap((entryKind) => {
      const question = { entry: { ...project, entryKind }, words, asker: { memberId: "one" } };
      const tell = tellOfQuestion(question);
      return [
        [`${entryKind}.question-asked`, tell],
        [`${entryKind}.question-answered`, tell],
      ];
    }),
  ),
  "translation.offered": tellOfOffers(
    { noun: PROJECTS, facts: project },
    { ...offered, person: "Zhao" },
  ),
  "translation.accepted": tellAuthor({ noun: PROJECTS, facts: online }, answered),
  "translation.declined": tellAuthor({ noun: PROJECTS, facts: online }, answered, words),
  "interest.sent": tellOfInterest(interest),
  "interest.more-asked": tellOfInterest(interest, { words }),
  "interest.answered": tellOfInterest(interest, { words }),
  "interest.accepted": tellOfInterest(interest, acceptedBy(person, "soieries")),
  "interest.declined": tellOfInterest(interest, decided),
  "interest.withdrawn": tellOfInterest(interest, { words }),
  "interest.concluded": tellOfInterest(interest, { only: "owner", facts: { state: "talks" } }),
  "interest.message-written": tellOfInterest(interest, { only: "sender", words }),
  "interest.reminded": tellOfInterest(interest, { words, facts: { day: "1er mai 2027" } }),
  "interest.lapsed": tellOfInterest(interest),
  "interest.ended": tellOfInterest(interest),
  "interest.project-taken-offline": tellOfInterest(interest),
  ...Object.fromEntries(
    [
      "reopened",
      "closed",
      "person-added",
      "owner-returned",
      "role-changed",
      "person-removed",
      "left",
      "message-posted",
      "invitation-sent",
      "invitation-accepted",
      "invitation-declined",
      "owner-gone",
      "project-offered",
      "project-taken-over",
    ].map((word) => [
      `room.${word}`,
      tellOfRoom(room, {
        one: "one",
        others: ["two"],
        hosts: ["two"],
        about,
        role: "adviser",
        words,
      }),
    ]),
  ),
};

const told = Object.entries(TOLD).flatMap(([name, tell]) => tell({ name }));

test.each(LOCALES)("what is told fills the words of its letter in %s", (locale) => {
  for (const { kind, facts = {}, letter } of told) {
    const data = { ...readFacts(facts, locale), ...letter?.(locale) };
    expect(() => renderMail(kind, locale, data), kind).not.toThrow();
  }
});

test.each(LOCALES)("the list of notices reads each by its facts alone in %s", (locale) => {
  for (const { kind, facts = {} } of told) {
    const row = { kind, facts, subject: "one", at: new Date(), isNew: true, isMuted: false };
    const line = toNoticeGroups([row], locale)[0]?.lines[0];
    expect(line?.text, kind).toMatch(/^[^{}]{4,}$/u);
  }
});

test("each kind of letter is caused by an event, or stands on the short list", () => {
  const known = new Set([...LETTERS_ALONE, ...told.map(({ kind }) => kind)]);
  expect([...known].sort()).toEqual(Object.keys(CATALOGUES.en.mails.kinds).sort());
});

test("no mail is queued but by record, and by who sends a letter that no event causes", () => {
  const queueing = listFiles("lib").filter(
    (file) => !file.endsWith(".test.ts") && /\bqueueMail(To)?\b/.test(readSource(file)),
  );
  expect(queueing).toEqual(QUEUEING);
});

test("a notice keeps nothing that no letter says", () => {
  const said = JSON.stringify(CATALOGUES.fr.mails).matchAll(/\{(\w+)/g);
  const names = new Set(["to", "words", ...[...said].map(([, name]) => name)]);
  const kept = told.flatMap(({ kind, facts = {} }) =>
    Object.keys(facts).flatMap((name) => (names.has(name) ? [] : [`${kind}: ${name}`])),
  );
  expect(kept).toEqual([]);
});
