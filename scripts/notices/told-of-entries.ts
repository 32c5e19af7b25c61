import { ENTRY_KINDS, type EntryKind } from "@/db/enums";
import { tellAsked } from "@/lib/asks/notices";
import { tellKeepers } from "@/lib/cooperations/notices";
import type { Facts } from "@/lib/core/events/facts";
import type { Tell } from "@/lib/core/events/record";
import { type TurnedDown, turnDown } from "@/lib/entries/decision-reason";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import type { Titled } from "@/lib/entries/owner-notices";
import { tellOfQuestion } from "@/lib/entries/questions/notices";
import {
  tellAuthor,
  tellOfOffers,
  tellPublished,
  tellTranslators,
} from "@/lib/entries/translation-notices";
import { HOST_ANSWERS } from "@/lib/events/hosts.policy";
import * as eventNotices from "@/lib/events/notices";
import { tellOwner as tellExperienceAuthor, tellOfOpinion } from "@/lib/experiences/notices";
import { tellAuthors, tellReporters } from "@/lib/moderation/notices";
import { tellOwner } from "@/lib/projects/notices";
import { tellOfFollowUp } from "@/lib/projects/outcomes/notices";
import { PROJECTS } from "@/lib/projects/project";
import type { Told } from "./told-of-people";
import type { ToldWorld } from "./told-world";

const words = "Merci";
const deadline = { date: "1er mai 2027", to: "/home" };
const SOON = new Date("2027-02-11T17:30Z");
const offered = { locale: "zh", fields: ["title", "summary"] } as const;

const held = { startsAt: SOON, endsAt: null, format: "in-person", place: "lyon-3", cities: [] };

const tellSpeaker = (event: Titled, { memberId }: { memberId: string }) =>
  eventNotices.tellNamed({ ...event, ...held, venue: {} }, [{ memberId }], "speaker");

const tellHosts = (event: Titled, people: Parameters<typeof eventNotices.tellOfHosts>[2]) =>
  eventNotices.tellOfHosts(
    { ...event, ...held },
    { name: event.title, originalLocale: event.originalLocale },
    people,
  );

type On = (tell: Tell, hears?: Told["hears"]) => Told;

/** Who is named at an event hears of it, and who keeps it of a place that came free. */
function toldOfPeople(
  on: On,
  event: Parameters<typeof eventNotices.tellKeepers>[0],
  partner: { memberId: string; accountId: string },
) {
  const named = on(tellSpeaker(event, partner), { named: [partner] });
  return {
    "event.person-named": named,
    "event.people-told": named,
    "event.host-asked": on(tellHosts(event, { managers: [partner] }), { managers: [partner] }),
    ...Object.fromEntries(
      HOST_ANSWERS.map((answer): [string, Told] => [
        `event.host-${answer}`,
        on(tellHosts(event, { writers: [partner], answer }), { writers: [partner] }),
      ]),
    ),
    "event.seats-freed": on(eventNotices.tellKeepers(event, { count: "2" })),
  };
}

/** What is offered as a translation, asked for, accepted and declined. */
function toldOfTranslations(
  on: On,
  sheet: Parameters<typeof tellAuthor>[0] & Parameters<typeof tellTranslators>[0],
  { owner, partner }: Pick<ToldWorld, "owner" | "partner">,
) {
  const answered = { id: "one", locale: "zh", fields: ["title"], authorId: partner.accountId };
  const both = { owner: [owner], author: [partner] };
  return {
    "translation.offered": on(tellOfOffers(sheet, { ...offered, person: "Zhao" }, [owner])),
    "translation.asked": on(
      tellTranslators(sheet, { ...offered, hasQuestions: true }, [partner.accountId]),
      { translators: [partner] },
    ),
    "translation.accepted": on(tellAuthor(sheet, answered as never), both),
    "translation.declined": on(tellAuthor(sheet, answered as never, words), both),
  };
}

/** A question under an entry of a kind and its answer. */
function toldOfQuestion(
  on: On,
  entry: Parameters<typeof tellOfQuestion>[0]["entry"],
  { owner, partner }: Pick<ToldWorld, "owner" | "partner">,
): [string, Told][] {
  const told = on(tellOfQuestion({ entry, keepers: [owner], words, asker: partner }), {
    owner: [owner],
    asker: [partner],
  });
  const { entryKind } = entry;
  return [
    [`${entryKind}.question-asked`, told],
    [`${entryKind}.question-answered`, told],
  ];
}

/** What concerns what is published: texts, edits, questions, translations. */
export function toldOfEntries({ owner, partner, entries, revision, title }: ToldWorld) {
  const entry = (entryKind: EntryKind) => ({
    ...{ ...entries[entryKind], entryKind, title, toldTitle: title },
    ...{ ownerAccountId: owner.accountId, hiddenAt: null },
    originalLocale: "fr" as const,
    moderation: "published" as const,
  });
  const [project, experience] = [entry("project"), entry("experience")];
  const on =
    (kind: EntryKind) =>
    (tell: Tell, hears: Told["hears"] = { owner: [owner] }): Told => ({
      subject: [kind, entries[kind].id],
      tell,
      hears,
    });
  const [onProject, onExperience] = [on("project"), on("experience")];
  const turnedDown = (verdict: TurnedDown["verdict"]) =>
    turnDown(PROJECTS, project, { reasonCode: "other", words, verdict }).facts;
  const online = tellPublished({ ...PROJECTS, tellOwner }, project as unknown as LockedEntry, [
    { accountId: partner.accountId, ...offered },
  ]) as Tell;
  const keepersAre = <Kind extends "cooperation" | "event">(
    kind: Kind,
    tellThem: typeof tellKeepers,
  ) => {
    const told = (facts?: Facts) => on(kind)(tellThem(entry(kind), facts));
    return {
      [`${kind}.submitted`]: told(),
      [`${kind}.published`]: told(),
      [`${kind}.changes-requested`]: told(turnedDown("changes-requested")),
      [`${kind}.refused`]: told(turnedDown("refused")),
    } as Record<`${Kind}.${"submitted" | "published" | "changes-requested" | "refused"}`, Told>;
  };
  const both = { owner: [owner], author: [partner] };
  const onEdit = (tell: Tell, hears: Told["hears"] = { owner: [owner] }): Told => ({
    subject: ["revision", revision.id],
    tell,
    hears,
  });
  const said = { person: "Zhao", words };
  const onReport = (why: string, kind: "message" | "appeal" = "message"): Told => ({
    subject: ["report", project.id],
    tell: tellReporters(kind, [{ reporterId: partner.accountId, createdAt: SOON }], why),
    hears: { reporters: [partner] },
  });
  const published = { ...project, called: "project", authors: [owner], to: "/projects" } as const;
  const misleading = { reason: "misleading", list: "reasonsReport" } as const;
  return {
    "content.taken-down": onProject(tellAuthors(published, { reason: misleading, words }), {
      authors: [owner],
    }),
    "content.put-back": onProject(tellAuthors(published, { words }), { authors: [owner] }),
    "report.upheld": onReport(""),
    "report.dismissed": onReport(words),
    "appeal.dismissed": onReport(words, "appeal"),
    "project.submitted": onProject(tellOwner(project)),
    "project.published": onProject(online, both),
    "project.changes-requested": onProject(tellOwner(project, turnedDown("changes-requested"))),
    "project.refused": onProject(tellOwner(project, turnedDown("refused"))),
    "project.deadline-warned": onProject(tellOwner(project, { ...deadline, days: "7" })),
    "project.expired": onProject(tellOwner(project, deadline)),
    "project.follow-up-asked": onProject(tellOfFollowUp(project, 6)),
    "revision.published": onEdit(online, both),
    "revision.changes-requested": onEdit(tellOwner(project)),
    "revision.refused": onEdit(tellOwner(project)),
    "experience.submitted": onExperience(tellExperienceAuthor(experience)),
    "experience.published": onExperience(tellExperienceAuthor(experience)),
    "experience.changes-requested": onExperience(tellExperienceAuthor(experience)),
    "experience.refused": onExperience(tellExperienceAuthor(experience, turnedDown("refused"))),
    "experience.endorsed": onExperience(tellOfOpinion(experience, { ...said, year: "" })),
    "experience.contradicted": onExperience(tellOfOpinion(experience, { ...said, year: "2026" })),
    ...keepersAre("cooperation", tellKeepers),
    ...keepersAre("event", eventNotices.tellKeepers),
    ...toldOfPeople(on("event"), entry("event"), partner),
    "ask.routed": on("ask")(
      tellAsked(entry("ask"), [{ ...partner, reason: { kind: "cities", slugs: ["guangzhou"] } }]),
      { asked: [partner] },
    ),
    ...toldOfTranslations(onProject, { noun: PROJECTS, facts: project }, { owner, partner }),
    ...Object.fromEntries(
      ENTRY_KINDS.flatMap((kind) => toldOfQuestion(on(kind), entry(kind), { owner, partner })),
    ),
  } satisfies Record<string, Told>;
}
