import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, hiddenAt, id, LOCALES, locale, machineWords, oneOf } from "../columns";
import { REQUEST_STATES, type RequestState, ROOM_ROLES, type RoomRole } from "../enums";
import { accounts } from "./accounts";
import { files } from "./files";
import { members } from "./members";
import { projects } from "./projects";

/** Where a project is worked on, opened by its first accepted interest. */
export const rooms = pgTable(
  "rooms",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    /** A closed room is read, no longer written in. */
    closedAt: at(),
    version: integer().notNull().default(1),
    /** Who may take over the project of somebody who was erased, and until when. */
    offeredTo: uuid("offered_to").references(() => members.id, { onDelete: "set null" }),
    offeredUntil: at(),
  },
  (table) => [
    unique("rooms_project_unique").on(table.projectId),
    // erasure
    index("rooms_offered_index").on(table.offeredTo),
  ],
);

/** The people of a room; who was removed keeps no access. */
export const roomPeople = pgTable(
  "room_people",
  {
    id: id(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    role: text().$type<RoomRole>().notNull(),
    joinedAt: createdAt(),
    removedAt: at(),
    removedBy: uuid("removed_by").references(() => accounts.id),
    /** When the newest message was written that they have seen in the room. */
    readAt: at().notNull().defaultNow(),
    /** When a mail last told them of messages, and since when none does. */
    mailedAt: at(),
    mailsOffAt: at(),
    /** Since when a machine may translate what is written in the room, for their part; it does once everybody says so. */
    machineAt: at(),
  },
  (table) => [
    oneOf("room_people_role_check", table.role, ROOM_ROLES),
    uniqueIndex("room_people_unique")
      .on(table.roomId, table.memberId)
      .where(sql`${table.removedAt} is null`),
    // listOwnRooms
    index("room_people_member_index").on(table.memberId),
    // a project is erased
    index("room_people_room_index").on(table.roomId),
    // erasure of who took somebody out
    index("room_people_removed_by_index")
      .on(table.removedBy)
      .where(sql`${table.removedBy} is not null`),
  ],
);

export const roomInvitations = pgTable(
  "room_invitations",
  {
    id: id(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    role: text().$type<RoomRole>().notNull(),
    state: text().$type<RequestState>().notNull().default("open"),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    answeredAt: at(),
  },
  (table) => [
    oneOf("room_invitations_role_check", table.role, ROOM_ROLES),
    oneOf("room_invitations_state_check", table.state, REQUEST_STATES),
    uniqueIndex("room_invitations_open_unique")
      .on(table.roomId, table.memberId)
      .where(sql`${table.state} = 'open'`),
    index("room_invitations_member_index").on(table.memberId),
    // listOpenRoomInvitations; a project is erased
    index("room_invitations_room_index").on(table.roomId),
    // the invitations sent today; erasure of who invited
    index("room_invitations_invited_by_index").on(table.invitedBy),
  ],
);

export const roomMilestones = pgTable(
  "room_milestones",
  {
    id: id(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    title: text().notNull(),
    startsOn: date("starts_on", { mode: "string" }),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** Percent, 0 to 100. */
    progress: integer().notNull().default(0),
    doneAt: at(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    index("room_milestones_room_index").on(table.roomId, table.dueOn),
    index("room_milestones_author_index").on(table.authorId),
  ],
);

export const roomDocuments = pgTable(
  "room_documents",
  {
    id: id(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    title: text().notNull(),
    createdAt: createdAt(),
    removedAt: at(),
  },
  (table) => [index("room_documents_room_index").on(table.roomId)],
);

export const roomDocumentVersions = pgTable(
  "room_document_versions",
  {
    id: id(),
    documentId: uuid("document_id")
      .notNull()
      .references(() => roomDocuments.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** Of its file; of a link, which has none, its address. */
    name: text().notNull(),
    fileId: uuid("file_id")
      .unique("room_document_versions_file_unique")
      .references(() => files.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    unique("room_document_versions_unique").on(table.documentId, table.number),
    check(
      "room_document_versions_link_check",
      sql`${table.fileId} is not null or ${table.name} like 'https://%'`,
    ),
    index("room_document_versions_author_index").on(table.authorId),
  ],
);

/** The discussion; `mentions` are members of the room. */
export const roomMessages = pgTable(
  "room_messages",
  {
    id: id(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    words: text().notNull(),
    mentions: uuid().array().notNull().default([]),
    createdAt: createdAt(),
    hiddenAt: hiddenAt(),
  },
  (table) => [
    index("room_messages_room_index").on(table.roomId, table.createdAt),
    index("room_messages_author_index").on(table.authorId),
  ],
);

/**
 * What a machine made of a message for readers of a language: on its way without words, unless it failed. A trigger empties it
 * as soon as somebody in the room takes their yes back, or is there no more.
 */
export const roomTranslations = pgTable(
  "room_translations",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => roomMessages.id, { onDelete: "cascade" }),
    ...machineWords(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.locale] }),
    oneOf("room_translations_locale_check", table.locale, LOCALES),
  ],
);

/** News of the project; a public one stands on the project's page. */
export const roomUpdates = pgTable(
  "room_updates",
  {
    id: id(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    authorId: uuid("author_id")
      .notNull()
      .references(() => accounts.id),
    locale: locale().notNull(),
    words: text().notNull(),
    isPublic: boolean("is_public").notNull().default(false),
    createdAt: createdAt(),
    hiddenAt: hiddenAt(),
  },
  (table) => [
    index("room_updates_room_index").on(table.roomId, table.createdAt),
    index("room_updates_author_index").on(table.authorId),
  ],
);
