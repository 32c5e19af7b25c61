import { sql } from "drizzle-orm";
import { index, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";
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
