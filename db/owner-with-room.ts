import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "./client";
import {
  makeActivity,
  makeFile,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
  makeRoom,
} from "./factories";
import { affiliations } from "./schema/affiliations";
import { auditEvents } from "./schema/audit";
import { entryFiles, entryQuestions } from "./schema/entry-parts";
import { interestMessages, interestMoves } from "./schema/interests";
import { projectOutcomes } from "./schema/project-parts";
import {
  roomDocuments,
  roomDocumentVersions,
  roomMessages,
  roomMilestones,
  roomPeople,
  roomUpdates,
} from "./schema/rooms";
import { sharePictures } from "./schema/share-pictures";

type Person = Awaited<ReturnType<typeof makeMember>>;

export type OwnerWithRoom = Awaited<ReturnType<typeof ownerWithRoom>>;

const answered = { locale: "fr", answerLocale: "fr", answeredAt: new Date() } as const;

/**
 * For the tests: an owner with a project that has a room, one in which a stranger's interest waits, and a draft; every
 * word of theirs, their name and their organisations bear `sign`.
 */
export async function ownerWithRoom(tx: Transaction) {
  const sign = `zq${randomUUID().slice(0, 8)}`;
  const people = await makePeople(tx, sign);
  const { owner, partner, adviser, waiting } = people;
  const { id: kept, slug } = await makeProject(tx, owner.memberId, {
    moderation: "published",
    title: { fr: `Acheter ensemble, par Kanari${sign}` },
    slug: `acheter-kanari${sign}`,
  });
  const words = { title: { fr: sign }, teaser: { fr: sign }, summary: { fr: sign } };
  const online = { ...words, moderation: "published" } as const;
  const { id: roomless } = await makeProject(tx, owner.memberId, online);
  const { id: draft } = await makeProject(tx, owner.memberId, words);
  const inRoom = [owner.memberId, partner.memberId, adviser.memberId];
  const { id: roomId } = await makeRoom(tx, kept, inRoom);
  await tx
    .update(roomPeople)
    .set({ role: "adviser" })
    .where(eq(roomPeople.memberId, adviser.memberId));
  const state = { state: "accepted" } as const;
  const { id: accepted } = await makeInterest(tx, kept, partner.memberId, state);
  const { id: open } = await makeInterest(tx, kept, waiting.memberId);
  const { id: openElsewhere } = await makeInterest(tx, roomless, waiting.memberId);
  const ids = { kept, slug, roomless, draft, roomId, accepted, open, openElsewhere };
  await writeInRoom(tx, { ...ids, ...people, sign });
  await makeParts(tx, { ...ids, ...people, sign });
  const elsewhere = await makeElsewhere(tx, { ...people, sign });
  return {
    sign,
    ...people,
    ...ids,
    ...elsewhere,
    ...(await makeOrganisations(tx, { ...people, sign })),
  };
}

type People = Awaited<ReturnType<typeof makePeople>> & { sign: string };

async function makePeople(tx: Transaction, sign: string) {
  const familyName = `Kanari${sign}`;
  return {
    owner: await makeMember(tx, { givenName: "Inès", familyName, nameZh: `卡${sign}` }),
    partner: await makeMember(tx, {}, { locale: "en" }),
    adviser: await makeMember(tx),
    waiting: await makeMember(tx),
    other: await makeMember(tx),
  };
}

type Ids = Record<"kept" | "roomId" | "accepted", string>;

async function writeInRoom(tx: Transaction, world: People & Ids) {
  const { owner, partner, adviser, sign, roomId, accepted: interestId } = world;
  for (const { accountId: authorId } of [owner, partner]) {
    const words = authorId === owner.accountId ? sign : "la réponse du partenaire";
    const long = `${words} et bien d’autres mots\nsur deux lignes`;
    await tx.insert(interestMessages).values({ interestId, authorId, words: long });
    const mentions = [owner.memberId, adviser.memberId];
    await tx.insert(roomMessages).values({ roomId, authorId, words, mentions });
    await tx.insert(roomUpdates).values({ roomId, authorId, words, locale: "fr" });
    await tx.insert(roomMilestones).values({ roomId, authorId, title: words, dueOn: "2027-01-01" });
  }
  await bring(tx, { roomId, title: sign }, [owner, partner]);
  await bring(tx, { roomId, title: sign }, [owner]);
  await bring(tx, { roomId, title: "le devis du partenaire" }, [partner]);
}

/** A document whose first version bears its title, each version by one author. */
async function bring(
  tx: Transaction,
  document: { roomId: string; title: string },
  authors: Person[],
): Promise<void> {
  const [row] = await tx.insert(roomDocuments).values(document).returning({ id: roomDocuments.id });
  for (const [index, { accountId: authorId }] of authors.entries()) {
    const name = index === 0 ? document.title : "réponse.pdf";
    const version = { documentId: row?.id ?? "", number: index + 1, name, authorId };
    const fileId = await makeFile(tx, { content: Buffer.from(name) });
    await tx.insert(roomDocumentVersions).values({ ...version, fileId });
  }
}

async function makeParts(tx: Transaction, world: People & Ids): Promise<void> {
  const { owner, waiting, sign, kept: projectId, accepted: interestId } = world;
  const { accountId: recordedBy } = owner;
  const move = { interestId, state: "accepted", movedBy: recordedBy, words: sign } as const;
  await tx.insert(interestMoves).values(move);
  const outcome = { projectId, agreementKind: "none", words: sign, recordedBy };
  await tx.insert(projectOutcomes).values(outcome);
  const fileId = await makeFile(tx, { content: Buffer.from(sign) });
  await tx.insert(entryFiles).values({ entryId: projectId, name: "plan.pdf", fileId });
  const question = {
    entryId: projectId,
    memberId: waiting.memberId,
    words: "la question d’un membre",
  };
  await tx.insert(entryQuestions).values({ ...question, answer: sign, ...answered });
}

/** What the owner wrote in somebody else's project, and what they were answered there. */
async function makeElsewhere(tx: Transaction, { owner, other, sign }: People) {
  const { id: projectId, slug: otherSlug } = await makeProject(tx, other.memberId, {
    moderation: "published",
  });
  const question = { entryId: projectId, memberId: owner.memberId, words: sign };
  const answer = "la réponse du porteur";
  await tx.insert(entryQuestions).values({ ...question, answer, ...answered });
  const said = { cooperation: sign, unclear: sign, about: sign };
  const { id: interestId } = await makeInterest(tx, projectId, owner.memberId, said);
  const message = { interestId, authorId: other.accountId, words: "une question du porteur" };
  await tx.insert(interestMessages).values(message);
  return { sent: interestId, otherSlug };
}

/** One organisation that nobody needs without the owner, one in which somebody else has an activity. */
async function makeOrganisations(tx: Transaction, { owner, other, sign }: People) {
  const alone = { name: { fr: `Maison ${sign}` }, slug: `maison-${sign}` };
  const { id: aloneId } = await makeOrganisation(tx, alone, [owner]);
  const used = { name: { fr: `Atelier ${sign}` }, slug: `atelier-${sign}` };
  const { id: usedId } = await makeOrganisation(tx, used);
  const belongs = { memberId: owner.memberId, organisationId: usedId, isMain: false };
  await tx.insert(affiliations).values(belongs);
  await makeActivity(tx, other.memberId, { organisationId: usedId });
  const shared = { path: `/organisations/${sign}`, locale: "fr", version: sign } as const;
  const content = Buffer.from(sign);
  const pictureId = randomUUID();
  await tx
    .insert(sharePictures)
    .values({ id: pictureId, ...shared, organisationId: usedId, content });
  const subject = { subjectType: "organisation", subjectId: aloneId } as const;
  const data = { organisation: alone.slug, kind: "sme" };
  const event = { name: "organisation.created", actorId: owner.accountId, ...subject, data };
  await tx.insert(auditEvents).values(event);
  return { aloneId, usedId, pictureId };
}
