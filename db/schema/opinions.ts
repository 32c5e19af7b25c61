import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, hiddenAt, id, locale, oneOf } from "../columns";
import { STANCES, type Stance } from "../enums";
import { entries } from "./entries";
import { members } from "./members";

/** What a member says of somebody else's experience: it holds, or it no longer does. Taken back, its row goes. */
export const experienceOpinions = pgTable(
  "experience_opinions",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    stance: text().$type<Stance>().notNull(),
    locale: locale().notNull(),
    words: text().notNull(),
    /** Since when it no longer holds; null for an endorsement. */
    sinceYear: integer("since_year"),
    hiddenAt: hiddenAt(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("experience_opinions_stance_check", table.stance, STANCES),
    check(
      "experience_opinions_since_check",
      sql`(${table.stance} = 'contradicted') = (${table.sinceYear} is not null)`,
    ),
    // one a member, and those of an experience
    unique("experience_opinions_unique").on(table.entryId, table.memberId),
    // export and erasure
    index("experience_opinions_member_index").on(table.memberId),
  ],
);
