import { sql } from "drizzle-orm";
import { gone, hidden, rule, type TableRule } from "./columns.personal-data";
import { ownApplications } from "./rows.personal-data";

/** How the person became a member. */
export const APPLICATION_DATA: Record<string, TableRule> = {
  application_keys: {
    rows: (id) => sql`application_id in ${ownApplications(id)}`,
    columns: {
      ...rule(["purpose", "created_at", "expires_at"], gone),
      ...rule(["id", "application_id", "token_hash"], hidden),
    },
  },
  application_messages: {
    // The team's own notes are part of what the club holds on a person.
    rows: (id) => sql`application_id in ${ownApplications(id)}`,
    columns: {
      ...rule(["kind", "words", "created_at"], gone),
      ...rule(["id", "application_id", "author_id"], hidden),
    },
  },
  applications: {
    rows: (id) => sql`id in ${ownApplications(id)}`,
    columns: {
      ...rule(["id", "email", "locale", "state", "answers", "organisation_id"], gone),
      ...rule(["submitted_at", "decided_at", "created_at", "updated_at"], gone),
      ...rule(["account_id", "match_keys", "taken_by", "taken_at", "version"], hidden),
      is_vouched: gone,
    },
  },
};
