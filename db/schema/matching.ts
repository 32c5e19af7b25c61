import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, stored } from "../columns";
import { readTexts } from "../stored";
import { members } from "./members";
import { projects } from "./projects";

/** "Not this": a project a member does not want suggested, or (of one's own project) a member not wanted for it. */
export const matchDismissals = pgTable(
  "match_dismissals",
  {
    id: id(),
    /** Who said so. */
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** The member set aside; null when it is the project itself. */
    candidateId: uuid("candidate_id").references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    unique("match_dismissals_unique")
      .on(table.memberId, table.projectId, table.candidateId)
      .nullsNotDistinct(),
    // a project is erased
    index("match_dismissals_project_index").on(table.projectId),
    // erasure of who was set aside
    index("match_dismissals_candidate_index")
      .on(table.candidateId)
      .where(sql`${table.candidateId} is not null`),
  ],
);

/**
 * What the worker notes of a member or of a project so that no request reads their texts anew: telling words, and who or
 * what fits. Triggers (migration `match_notes`) begin it, take the words away with what they were found in, and count the
 * changes that may bring others together. Nothing here is shown unless the row it speaks of shows it.
 */
export const matchNotes = pgTable(
  "match_notes",
  {
    id: id(),
    memberId: uuid("member_id")
      .unique("match_notes_member_unique")
      .references(() => members.id, { onDelete: "cascade" }),
    projectId: uuid("project_id")
      .unique("match_notes_project_unique")
      .references(() => projects.id, { onDelete: "cascade" }),
    /** By part of the text, each with its own readers; null where the text has changed since. */
    words: stored(readTexts),
    /** How the words were found (`WORDS_VERSION`). */
    version: text(),
    /** Projects for a member, members for a project, the best first; null until they were looked for. */
    found: uuid().array(),
    /** Who scores more than this belongs among them. */
    least: integer().notNull().default(0),
    changes: integer().notNull().default(1),
    /** How many of the changes were there when it was noted. */
    notedChanges: integer("noted_changes").notNull().default(0),
    notedAt: at(),
  },
  (table) => [
    check(
      "match_notes_subject_check",
      sql`num_nonnulls(${table.memberId}, ${table.projectId}) = 1`,
    ),
    // noteMatches
    index("match_notes_due_index")
      .on(table.notedAt)
      .where(sql`${table.changes} <> ${table.notedChanges}`),
  ],
);
