import { sql } from "drizzle-orm";
import { becomes, gone, hidden, kept, rule, type TableRule } from "./columns.personal-data";
import { byAccount, ownApplications, ownSubjects } from "./rows.personal-data";

/** What was done and decided, and what the person agreed to. */
export const TRAIL_DATA: Record<string, TableRule> = {
  audit_details: {
    rows: byAccount,
    // What they wrote to somebody stands under the reader's account.
    erasedRows: (id) => sql`account_id = ${id} or personal ? 'words' and event_id in (
      select audit_events.id from audit_events where actor_id = ${id})`,
    columns: rule(["event_id", "account_id", "personal"], gone),
  },
  audit_events: {
    // What others set aside was noted of the project once, and is nobody's but theirs.
    rows: (id) => sql`actor_id = ${id} or name not like 'match.%' and ${ownSubjects(id)}`,
    columns: {
      ...rule(["id", "name", "subject_type", "subject_id", "data", "created_at"], kept),
      // Exported lines may be somebody else's act on the person.
      actor_id: { isExported: false, erasure: "stays" },
    },
  },
  decisions: {
    rows: (id) => sql`decided_by = ${id} or ${ownSubjects(id)}`,
    erasedRows: (id) => sql`words is not null and ${ownSubjects(id)}`,
    columns: {
      id: "impersonal",
      ...rule(["subject_type", "subject_id", "verdict", "reason_code", "decided_at"], kept),
      words: becomes(sql`null`),
      decided_by: { isExported: false, erasure: "stays" },
    },
  },
  take_downs: {
    rows: (id) => sql`decided_by = ${id} or ${ownSubjects(id)}`,
    erasedRows: (id) => sql`words is not null and ${ownSubjects(id)}`,
    columns: {
      id: "impersonal",
      ...rule(["subject_type", "subject_id", "act", "reason_code", "decided_at"], kept),
      words: becomes(sql`null`),
      decided_by: { isExported: false, erasure: "stays" },
    },
  },
  // Who reported is told to the club team alone: not in the export of whose thing it is.
  reports: {
    rows: (id) => sql`reporter_id = ${id}`,
    columns: {
      ...rule(["id", "case_id"], "impersonal"),
      ...rule(["subject_type", "subject_id", "reason_code", "created_at", "state"], kept),
      words: becomes(sql`null`),
      reporter_id: becomes(sql`null`, false),
    },
  },
  desk_items: {
    rows: (id) => sql`taken_by = ${id}`,
    columns: rule(["subject_id", "kind", "taken_by", "taken_at"], hidden),
  },
  desk_notes: {
    // The team's own notes are part of what the club holds on a person.
    rows: (id) => ownSubjects(id),
    columns: {
      ...rule(["subject_type", "subject_id", "words", "created_at"], gone),
      ...rule(["id", "author_id"], hidden),
    },
  },
  consents: {
    rows: (id) => sql`account_id = ${id} or application_id in ${ownApplications(id)}`,
    columns: {
      ...rule(["purpose", "text_version", "locale", "given_at", "withdrawn_at"], gone),
      ...rule(["id", "account_id", "application_id"], hidden),
    },
  },
};
