import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { fixed } from "@/db/fixed";
import { members } from "@/db/schema/members";
import type { Sight } from "./policy";

/**
 * Whether the row's member and this one are accepted contacts: by an interest of the one in a project of the other, or since
 * the one said yes whom the other has asked for an exchange; until one of the two has ended it (`contacts_of`).
 */
export const isContactOf = fixed<[memberId: string], boolean>(
  (memberId) => sql<boolean>`${members.id} in (select unnest(contacts_of(${memberId}::uuid)))`,
);

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
