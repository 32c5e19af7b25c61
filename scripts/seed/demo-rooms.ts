import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RoomRole } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { outcomeFollowUps, projectOutcomes } from "@/db/schema/project-parts";
import {
  roomDocuments,
  roomDocumentVersions,
  roomMessages,
  roomMilestones,
  roomPeople,
  rooms,
  roomUpdates,
} from "@/db/schema/rooms";
import file from "@/db/seed/demo/rooms.json";
import { checkFile } from "@/lib/core/files/check-file";
import { keepFile } from "@/lib/core/files/kept-file";
import type { Locale } from "@/lib/core/i18n/locales";
import { tellOfRoom } from "@/lib/rooms/notices";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { seedEvents } from "./demo-events";
import { DEMO } from "./demo-files";
import { seedNotices, TOLD_DAYS } from "./demo-notices";
import { pdfOfLines } from "./demo-pdf";
import { dayAgo, daysAgo } from "./demo-times";

export type DemoRoom = (typeof file.rooms)[number];
export type DemoOutcome = (typeof file.outcomes)[number];

export const DEMO_ROOMS: DemoRoom[] = file.rooms;
export const DEMO_OUTCOMES: DemoOutcome[] = file.outcomes;

/** The rooms of projects under way with all that stands in them, and what came of those that are over. */
export async function seedRooms(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const room of DEMO_ROOMS) {
    const roomId = await seedPeople(tx, keys, room);
    await seedTexts(tx, keys, room, roomId);
    await seedDocuments(tx, keys, room, roomId);
    await tellMentioned(tx, keys, room, roomId);
  }
  for (const outcome of DEMO_OUTCOMES) await seedOutcome(tx, keys, outcome);
}

async function findProject(tx: Transaction, slug: string): Promise<string> {
  const [row] = await tx.select({ id: entries.id }).from(entries).where(eq(entries.slug, slug));
  if (!row) throw new Error(`unknown in the demo: ${slug}`);
  return row.id;
}

async function seedPeople(tx: Transaction, keys: DemoKeys, room: DemoRoom): Promise<string> {
  const projectId = await findProject(tx, room.project);
  const createdAt = daysAgo(room.openedDaysAgo);
  const [row] = await tx.insert(rooms).values({ projectId, createdAt }).returning({ id: rooms.id });
  if (!row) throw new Error(`the room of ${room.project} was not made`);
  await tx.insert(roomPeople).values(
    room.people.map((person) => ({
      roomId: row.id,
      memberId: keyOf(keys.members, person.member),
      role: person.role as RoomRole,
      joinedAt: daysAgo(person.daysAgo),
    })),
  );
  const lead = room.people.find(({ role }) => role === "lead")?.member ?? "";
  const event = { name: "room.opened", subjectType: "room", subjectId: row.id } as const;
  await seedEvents(tx, [{ ...event, actorId: keyOf(keys.accounts, lead), data: {}, createdAt }]);
  return row.id;
}

async function seedTexts(tx: Transaction, keys: DemoKeys, room: DemoRoom, roomId: string) {
  await tx.insert(roomMilestones).values(
    room.milestones.map((milestone) => ({
      roomId,
      title: milestone.title,
      startsOn: milestone.startsDaysAgo === null ? null : dayAgo(milestone.startsDaysAgo),
      dueOn: dayAgo(milestone.dueDaysAgo),
      progress: milestone.progress,
      doneAt: milestone.doneDaysAgo === null ? null : daysAgo(milestone.doneDaysAgo),
      authorId: keyOf(keys.accounts, milestone.author),
    })),
  );
  await tx.insert(roomMessages).values(
    room.messages.map((message) => ({
      roomId,
      words: message.words,
      authorId: keyOf(keys.accounts, message.author),
      mentions: message.mentions.map((slug) => keyOf(keys.members, slug)),
      createdAt: daysAgo(message.daysAgo),
    })),
  );
  await tx.insert(roomUpdates).values(
    room.updates.map((update) => ({
      roomId,
      words: update.words,
      locale: update.locale as Locale,
      isPublic: update.isPublic,
      authorId: keyOf(keys.accounts, update.author),
      createdAt: daysAgo(update.daysAgo),
    })),
  );
}

/** Whoever was named in a message of these last days was told. */
async function tellMentioned(tx: Transaction, keys: DemoKeys, room: DemoRoom, id: string) {
  const { slug, title, originalLocale, owner } = projectOf(room.project);
  const ownerId = keyOf(keys.members, owner);
  const told = { id, slug, title, toldTitle: title, originalLocale, ownerId };
  const about = { subjectType: "room", subjectId: id } as const;
  for (const { author, mentions, daysAgo: days, words } of room.messages) {
    if (days > TOLD_DAYS) continue;
    const others = mentions.map((one) => keyOf(keys.members, one));
    const by = DEMO.members.find((member) => member.slug === author);
    const tell = tellOfRoom(told, {
      others,
      about: by && { ...by, nameZh: by.nameZh ?? null },
      words,
    });
    await seedNotices(tx, keys, { name: "room.message-posted", ...about, daysAgo: days, tell });
  }
}

function projectOf(slug: string) {
  const project = DEMO.projects.find((one) => one.slug === slug);
  if (!project) throw new Error(`unknown in the demo: ${slug}`);
  return project;
}

async function seedDocuments(tx: Transaction, keys: DemoKeys, room: DemoRoom, roomId: string) {
  for (const { title, versions } of room.documents) {
    const createdAt = daysAgo(versions[0]?.daysAgo ?? 0);
    const [document] = await tx
      .insert(roomDocuments)
      .values({ roomId, title, createdAt })
      .returning({ id: roomDocuments.id });
    if (!document) throw new Error(`the document ${title} was not made`);
    for (const [index, version] of versions.entries()) {
      const sent = { name: version.name, bytes: pdfOfLines(version.lines) };
      const checked = await checkFile(sent);
      await tx.insert(roomDocumentVersions).values({
        documentId: document.id,
        number: index + 1,
        authorId: keyOf(keys.accounts, version.author),
        createdAt: daysAgo(version.daysAgo),
        name: checked.name,
        fileId: await keepFile(tx, checked),
      });
    }
  }
}

async function seedOutcome(tx: Transaction, keys: DemoKeys, outcome: DemoOutcome) {
  const { project, agreementKind, isPublic, words } = outcome;
  const projectId = await findProject(tx, project);
  const owner = DEMO.projects.find(({ slug }) => slug === project)?.owner ?? "";
  const recordedBy = keyOf(keys.accounts, owner);
  const recordedAt = daysAgo(outcome.daysAgo);
  const [row] = await tx
    .insert(projectOutcomes)
    .values({ projectId, agreementKind, isPublic, words, recordedBy, recordedAt })
    .returning({ id: projectOutcomes.id });
  if (!row) throw new Error(`the outcome of ${project} was not made`);
  for (const { months, daysAgo: askedDaysAgo } of outcome.followUps) {
    const askedAt = daysAgo(askedDaysAgo);
    await tx.insert(outcomeFollowUps).values({ outcomeId: row.id, months, askedAt });
  }
  const about = { subjectType: "project", subjectId: projectId } as const;
  const data = { agreementKind, isPublic };
  await seedEvents(tx, [
    {
      name: "project.outcome-recorded",
      actorId: recordedBy,
      ...about,
      data,
      createdAt: recordedAt,
    },
  ]);
}
