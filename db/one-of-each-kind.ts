import { randomUUID } from "node:crypto";
import { makeAsk } from "./ask-factory";
import type { Transaction } from "./client";
import { makeCooperation } from "./cooperation-factory";
import type { TakenDownType } from "./enums";
import { makeEvent } from "./event-factory";
import { makeExperience } from "./experience-factory";
import {
  makeAccount,
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
  makeRoom,
} from "./factories";
import { makeHeritage } from "./heritage-factory";
import { makePage } from "./page-factory";
import { affiliations } from "./schema/affiliations";
import { entryQuestions } from "./schema/entry-parts";
import { experienceOpinions } from "./schema/opinions";
import { roomMessages, roomUpdates } from "./schema/rooms";

/** Eight letters of a random key, as words that are searched may hold them. */
export const lettersOf = (key: string): string =>
  key.slice(0, 8).replace(/./g, (figure) => String.fromCharCode(97 + Number.parseInt(figure, 16)));

/** Letters of this suite alone: what others make of each kind stands in the same database. */
const own = lettersOf(randomUUID());

/** A word that stands in one thing alone, and in its address, by its kind; folded as texts are searched. */
export const CANARY = {
  project: `zanderquist${own}`,
  experience: `sundermarke${own}`,
  cooperation: `quendelmark${own}`,
  heritage: `pellgarth${own}`,
  page: `oddenfell${own}`,
  ask: `nuddlecreek${own}`,
  event: `mottlewick${own}`,
  activity: `yollobrand${own}`,
  organisation: `xerfolance${own}`,
  member: `wuzzlethorp${own}`,
  question: `vintergast${own}`,
  update: `umbrelhaft${own}`,
  message: `tockelwand${own}`,
  opinion: `sottelbirk${own}`,
} as const satisfies Record<TakenDownType, string>;

/** A project's says nothing: whoever shares its room knows it, since the room stands there. */
const addressOf = (kind: TakenDownType) => `${CANARY[kind]}-${randomUUID()}`;

export type OneOfEachKind = Awaited<ReturnType<typeof oneOfEachKind>>;

/**
 * For the tests: an author with one published thing of each kind, each with its canary, and those who stand around it.
 * `colleague` belongs to the organisation, `contact` had an interest accepted and is in the project's room with the
 * author and `insider`, a moderator; `host` owns the project under which the author asked, and told what they endorse.
 */
export async function oneOfEachKind(tx: Transaction) {
  const viewers = await makeViewers(tx);
  const { author, colleague, contact, host, insider } = viewers;
  const organisation = await makeOrganisation(
    tx,
    {
      slug: addressOf("organisation"),
      name: { fr: CANARY.organisation },
      nameKeys: [CANARY.organisation],
      searchText: CANARY.organisation,
      visibility: "public",
    },
    [author],
  );
  const belongs = { organisationId: organisation.id, role: "person", isMain: true } as const;
  await tx.insert(affiliations).values({ memberId: colleague.memberId, ...belongs });
  const chinese = await makeOrganisation(tx, { country: "cn", visibility: "public" });
  const project = await makeProject(tx, author.memberId, {
    moderation: "published",
    title: { fr: CANARY.project },
    searchPublic: CANARY.project,
    searchMembers: CANARY.project,
  });
  const experience = await makeTeased(tx, author);
  const cooperation = await makeSigned(tx, [organisation.id, chinese.id]);
  const item = await makeItem(tx);
  const page = await makeClubPage(tx);
  const ask = await makeAsked(tx, author);
  const event = await makeHeld(tx, organisation.id);
  const activity = await makeActivity(tx, author.memberId, {
    organisationId: organisation.id,
    slug: addressOf("activity"),
    title: { fr: CANARY.activity },
    searchText: CANARY.activity,
    searchMembers: CANARY.activity,
    visibility: "public",
  });
  const interest = await makeInterest(tx, project.id, contact.memberId, { state: "accepted" });
  const people = [author.memberId, contact.memberId, insider.memberId];
  const room = await makeRoom(tx, project.id, people);
  const hosted = await makeProject(tx, host.memberId, { moderation: "published" });
  const told = await makeExperience(tx, host.memberId, {
    moderation: "published",
    ownerLevel: "members",
  });
  const ids: Record<TakenDownType, string> = {
    project: project.id,
    experience: experience.id,
    cooperation: cooperation.id,
    heritage: item.id,
    page: page.id,
    ask: ask.id,
    event: event.id,
    activity: activity.id,
    organisation: organisation.id,
    member: author.memberId,
    ...(await makeWords(tx, author, hosted.id, room.id)),
    opinion: await makeOpinion(tx, author, told.id),
  };
  return {
    ids,
    viewers,
    project,
    experience,
    cooperation,
    item,
    page,
    ask,
    event,
    hosted,
    told,
    activity,
    organisation,
    interest,
    room,
  };
}

const makeTeased = (tx: Transaction, author: { memberId: string }) =>
  makeExperience(tx, author.memberId, {
    moderation: "published",
    slug: addressOf("experience"),
    title: { fr: CANARY.experience },
    teaser: { fr: CANARY.experience },
    isTeased: true,
    searchPublic: CANARY.experience,
    searchMembers: CANARY.experience,
  });

const makeSigned = (tx: Transaction, parties: Parameters<typeof makeCooperation>[1]) =>
  makeCooperation(tx, parties, {
    moderation: "published",
    slug: addressOf("cooperation"),
    title: { fr: CANARY.cooperation },
    searchPublic: CANARY.cooperation,
    searchMembers: CANARY.cooperation,
  });

const makeItem = (tx: Transaction) =>
  makeHeritage(tx, {
    moderation: "published",
    slug: addressOf("heritage"),
    title: { fr: CANARY.heritage },
    searchPublic: CANARY.heritage,
  });

const makeClubPage = (tx: Transaction) =>
  makePage(tx, {
    moderation: "published",
    slug: addressOf("page"),
    title: { fr: CANARY.page },
  });

const makeHeld = (tx: Transaction, organisationId: string) =>
  makeEvent(tx, [organisationId], {
    moderation: "published",
    slug: addressOf("event"),
    title: { fr: CANARY.event },
    searchPublic: CANARY.event,
    searchMembers: CANARY.event,
  });

const makeAsked = (tx: Transaction, author: { memberId: string }) =>
  makeAsk(tx, author.memberId, {
    moderation: "published",
    slug: addressOf("ask"),
    title: { fr: CANARY.ask },
    searchMembers: CANARY.ask,
  });

async function makeViewers(tx: Transaction) {
  const author = await makeMember(tx, {
    slug: addressOf("member"),
    familyName: CANARY.member,
    jobTitle: { fr: CANARY.member },
    bio: { fr: CANARY.member },
    searchNames: CANARY.member,
    searchMembers: CANARY.member,
    searchTeam: CANARY.member,
    sectors: ["machinery-metal"],
    cities: ["ningbo"],
  });
  return {
    author,
    colleague: await makeMember(tx),
    contact: await makeMember(tx),
    host: await makeMember(tx),
    other: await makeMember(tx),
    insider: await makeMember(tx, {}, { role: "moderator" }),
    moderator: await makeAccount(tx, { role: "moderator" }),
    administrator: await makeAccount(tx, { role: "administrator" }),
  };
}

async function makeWords(
  tx: Transaction,
  { accountId, memberId }: { accountId: string; memberId: string },
  projectId: string,
  roomId: string,
) {
  const [question] = await tx
    .insert(entryQuestions)
    .values({ entryId: projectId, memberId, locale: "fr", words: CANARY.question })
    .returning({ id: entryQuestions.id });
  const written = { roomId, authorId: accountId };
  const [update] = await tx
    .insert(roomUpdates)
    .values({ ...written, locale: "fr", words: CANARY.update, isPublic: true })
    .returning({ id: roomUpdates.id });
  const [message] = await tx
    .insert(roomMessages)
    .values({ ...written, words: CANARY.message })
    .returning({ id: roomMessages.id });
  if (!question || !update || !message) throw new Error("a thing was not made");
  return { question: question.id, update: update.id, message: message.id };
}

async function makeOpinion(tx: Transaction, { memberId }: { memberId: string }, entryId: string) {
  const [opinion] = await tx
    .insert(experienceOpinions)
    .values({ entryId, memberId, stance: "endorsed", locale: "fr", words: CANARY.opinion })
    .returning({ id: experienceOpinions.id });
  if (!opinion) throw new Error("no opinion was made");
  return opinion.id;
}
