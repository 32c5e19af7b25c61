import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { fixed } from "@/db/fixed";
import { interests } from "@/db/schema/interests";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import type { Sight } from "./policy";

/**
 * Whether the row's member and this one are accepted contacts: by an interest of the one in a project of the other, or since
 * the one said yes whom the other has asked for an exchange; until one of the two has ended it.
 */
export const isContactOf = fixed<[memberId: string], boolean>((memberId) => {
  const between = (sender: SQLWrapper, owner: SQLWrapper) => sql<boolean>`exists (
    select 1 from ${interests}
    where ${interests.memberId} = ${sender} and ${interests.receivedBy} = ${owner}
      and ${interests.state} in ('accepted', 'in-talks', 'agreement') and ${interests.contactEndedOn} is null)`;
  const me = sql`${memberId}::uuid`;
  const { id } = members;
  const hasMet = sql`exists (select 1 from ${introductions} join ${introductionAnswers}
    on ${introductionAnswers.introductionId} = ${introductions.id} and ${introductionAnswers.answer} = 'accepted'
    where ${introductions.contactEndedOn} is null and (${introductions.askedBy}, ${introductions.asked}) in ((${id}, ${me}), (${me}, ${id})))`;
  return sql<boolean>`(${between(sql`${id}`, me)} or ${between(me, sql`${id}`)} or ${hasMet})`;
});

/**
 * Whether the row's member is a contact of this sight and opens something to contacts, as a column of a table to join by
 * `crossJoinLateral`: asked once a row. Not for fields that are open to contacts by default.
 */
export const contactTo = (db: Database | Transaction, { contactOf }: Sight) =>
  db
    .select({
      isContact: sql<boolean>`(${members.visibility} @? '$.* ? (@ == "contacts")' and ${
        contactOf ? isContactOf(contactOf) : sql`false`
      })`.as("is_contact"),
    })
    .from(sql`(select) one`)
    .limit(1)
    .as("shared");
