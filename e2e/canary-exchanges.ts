import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { makeFile, makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { entryFiles, entryQuestions, entryVersions } from "@/db/schema/entry-parts";
import {
  interestMessages,
  interestMoves,
  interests,
  interestTranslations,
} from "@/db/schema/interests";
import { introductionPassings, introductionTranslations } from "@/db/schema/introductions";
import { projectOutcomes } from "@/db/schema/project-parts";
import {
  roomDocuments,
  roomDocumentVersions,
  roomMessages,
  roomMilestones,
  roomTranslations,
  roomUpdates,
} from "@/db/schema/rooms";
import { questionTranslations, translationOffers } from "@/db/schema/translations";
import { PROJECT_TEXTS } from "@/lib/projects/project";
import { buildProjectSearch } from "@/lib/projects/search-text";
import { PLAIN_CHOICES, sowTexts } from "./canary-projects";
import { EVERYBODY, type Ground, NOBODY, type Owner, type Reader, TEAM } from "./canary-words";

type Shared = { owner: Owner; partner: Owner };

/** A published project whose text and owner are for accepted contacts, and all that its two sides share. */
export async function plantExchanges(ground: Ground, { owner, partner }: Shared): Promise<void> {
  const { tx, sow, paths, marks } = ground;
  const both = [owner.accountId, partner.accountId];
  const own = (column: string, ids: string[] = both, may: Reader[] = NOBODY) =>
    sow(column, ids, may);
  const texts = Object.fromEntries(
    PROJECT_TEXTS.map((field) => {
      const isOpen = field === "title" || field === "teaser";
      const word = own(`reserved project.${field}`, both, isOpen ? EVERYBODY : TEAM);
      return [field, { fr: word }];
    }),
  ) as Record<(typeof PROJECT_TEXTS)[number], { fr: string }>;
  const slug = `canary-${randomUUID()}`;
  const levels = { textLevel: "contacts", ownerLevel: "contacts" } as const;
  const listed = { ...texts, ...levels, kind: "group-purchasing", sectors: [], cities: [] };
  const project = await makeProject(tx, owner.memberId, {
    ...texts,
    ...buildProjectSearch(listed, { sectors: [], places: [] }, false),
    slug,
    moderation: "published",
    ...levels,
    submittedAt: new Date(),
    publishedAt: new Date(),
  });
  const projectId = project.id;
  await plantTalks(ground, projectId, { owner, partner });
  const content = { ...sowTexts(sow, "old version", owner, () => TEAM), ...PLAIN_CHOICES };
  const version = { number: 1, cause: "published" as const, content };
  await tx.insert(entryVersions).values({ entryId: projectId, ...version });
  const name = `${own("entry_files.name", both, TEAM)}.pdf`;
  const fileId = await makeFile(tx, { content: Buffer.from("%PDF-") });
  const [stored] = await tx
    .insert(entryFiles)
    .values({ entryId: projectId, level: "contacts", name, fileId })
    .returning({ id: entryFiles.id });
  const outcome = { agreementKind: "other", words: own("project_outcomes.words") };
  await tx.insert(projectOutcomes).values({ projectId, recordedBy: owner.accountId, ...outcome });
  await plantRoom(ground, projectId, { owner, partner });
  const parts = [
    "",
    "/edit",
    "/history",
    "/translate",
    "/questions?to=en",
    "/candidates",
    "/interest",
    "/outcome",
    "/settings",
  ];
  const rooms = ["/room", ...ROOM_PAGES.map((page) => `/room/${page}`)];
  paths.push(...[...parts, ...rooms].map((part) => `/projects/${slug}${part}`));
  paths.push(`/api/projects/${slug}/files/${stored?.id}`);
  paths.push(`/api/projects/${slug}/room/discussion?locale=fr`);
  marks.push(slug);
}

const ROOM_PAGES = ["milestones", "documents", "discussion", "updates", "people"];

/** The accepted interest of the partner, one that somebody else has sent, and what they wrote. */
async function plantTalks(
  { tx, sow, paths }: Ground,
  projectId: string,
  { owner, partner }: Shared,
): Promise<void> {
  const stranger = await makeMember(tx);
  for (const [sender, state] of [
    [partner, "accepted"],
    [stranger, "sent"],
  ] as const) {
    const ids = [owner.accountId, sender.accountId];
    const own = (column: string) => sow(`${column}, ${state}`, ids, NOBODY);
    const { id: interestId } = await makeInterest(tx, projectId, sender.memberId, {
      state,
      cooperation: own("interests.cooperation"),
      unclear: own("interests.unclear"),
      about: own("interests.about"),
    });
    const words = own("interest_messages.words");
    await tx.insert(interestMessages).values({ interestId, authorId: sender.accountId, words });
    const moved = { movedBy: owner.accountId, words: own("interest_moves.words") };
    await tx.insert(interestMoves).values({ interestId, state: "under-review", ...moved });
    const made = { locale: "zh", madeBy: "", words: own("interest_translations.words") } as const;
    await tx.insert(interestTranslations).values({ interestId, piece: "about", ...made });
    const isSaid = { senderMachineAt: new Date(), receiverMachineAt: new Date() };
    await tx.update(interests).set(isSaid).where(eq(interests.id, interestId));
    paths.push(`/interests/${interestId}`);
  }
  const ids = [owner.accountId, partner.accountId];
  const why = { words: sow("introductions.words", ids, NOBODY) };
  const asked = await makeIntroduction(tx, partner.memberId, owner.memberId, "not-now", why);
  const heard = sow("introduction_translations.words", [owner.accountId], NOBODY);
  await tx.insert(introductionTranslations).values({
    ...{ introductionId: asked, readerId: owner.memberId, locale: "zh", madeBy: "" },
    words: heard,
  });
  paths.push(`/introductions/${asked}`);
  const through = await makeIntroduction(tx, partner.memberId, owner.memberId);
  const between = await makeMember(tx);
  const note = sow("introduction_passings.note", [between.accountId], NOBODY);
  await tx
    .insert(introductionPassings)
    .values({ introductionId: through, goBetween: between.memberId, note });
  paths.push(`/introductions/${through}`);
  const offer = { field: "summary", words: sow("translation_offers.words", ids, NOBODY) };
  await tx
    .insert(translationOffers)
    .values({ entryId: projectId, memberId: partner.memberId, locale: "zh", ...offer });
  const words = sow("entry_questions.words", ids, TEAM);
  const answer = sow("entry_questions.answer", ids, TEAM);
  const [question] = await tx
    .insert(entryQuestions)
    .values({ entryId: projectId, memberId: partner.memberId, locale: "fr", words, answer })
    .returning({ questionId: entryQuestions.id });
  const inEnglish = sow("question_translations.words", ids, TEAM);
  if (question)
    await tx
      .insert(questionTranslations)
      .values({ ...question, part: "question", locale: "en", words: inEnglish });
}

async function plantRoom(
  { tx, sow, paths }: Ground,
  projectId: string,
  { owner, partner }: Shared,
): Promise<void> {
  const ids = [owner.accountId, partner.accountId];
  const own = (column: string) => sow(column, ids, NOBODY);
  const room = await makeRoom(tx, projectId, [owner.memberId, partner.memberId]);
  const inRoom = { roomId: room.id, authorId: owner.accountId };
  const [message] = await tx
    .insert(roomMessages)
    .values({ ...inRoom, words: own("room_messages.words") })
    .returning({ id: roomMessages.id });
  const made = { locale: "zh", madeBy: "", words: own("room_translations.words") } as const;
  await tx.insert(roomTranslations).values({ messageId: message?.id ?? "", ...made });
  const update = { locale: "fr", words: own("room_updates.words") } as const;
  await tx.insert(roomUpdates).values({ ...inRoom, ...update });
  const milestone = { title: own("room_milestones.title"), dueOn: "2030-01-01" };
  await tx.insert(roomMilestones).values({ ...inRoom, ...milestone });
  const [document] = await tx
    .insert(roomDocuments)
    .values({ roomId: room.id, title: own("room_documents.title") })
    .returning({ id: roomDocuments.id });
  if (!document) throw new Error("no document was made");
  const content = Buffer.from(own("files.content of a document"));
  const [stored] = await tx
    .insert(roomDocumentVersions)
    .values({
      documentId: document.id,
      number: 1,
      name: `${own("room_document_versions.name")}.pdf`,
      fileId: await makeFile(tx, { content }),
      authorId: owner.accountId,
    })
    .returning({ id: roomDocumentVersions.id });
  paths.push(`/api/rooms/documents/${stored?.id}`);
}
