import { type SQL, sql } from "drizzle-orm";
import { becomes, gone, hidden, kept, rule, type TableRule } from "./columns.personal-data";
import { byAccount, lettersAboutOne, ownAddress, ownApplications } from "./rows.personal-data";

/** To an applicant or an invited colleague there was no account yet. */
const ownLetters = (id: SQL) =>
  sql`account_id = ${id} or application_id in ${ownApplications(id)}
    or account_id is null and application_id is null and address = ${ownAddress(id)}`;

/** Whether the new address that one asks for has an account is told to its holder alone: no link, no letter shows it. */
const ownLinks = (id: SQL) =>
  sql`${byAccount(id)} and (purpose <> 'change-address' or used_at is not null)`;
const shownLetters = (id: SQL) =>
  sql`(${ownLetters(id)}) and (kind <> 'addressToConfirm' or address = ${ownAddress(id)})`;

/** How the person comes in, and what the portal wrote to them. */
export const ACCESS_DATA: Record<string, TableRule> = {
  rate_limits: {
    // Keys end in the account's id; those made of addresses are hashed, and all expire within a day.
    rows: (id) => sql`key like '%:' || ${id}::text`,
    columns: rule(["key", "points", "expire"], hidden),
  },
  idempotency_keys: {
    rows: byAccount,
    columns: rule(["key", "account_id", "outcome", "created_at"], hidden),
  },
  // Of the people in a file nothing is left once they are in; whoever is erased before takes the whole file along.
  imports: {
    rows: (id) => sql`made_by = ${id}`,
    erasedRows: (id) => sql`made_by = ${id} or started_by = ${id}
      or strpos(lower(sheet::text), ${ownAddress(id)}) > 0`,
    columns: {
      ...rule(["id", "state", "row_count", "created_at", "started_at", "ended_at"], kept),
      ...rule(["made_by", "started_by"], { isExported: false, erasure: "stays" }),
      file_name: becomes(sql`''`),
      sheet: becomes(sql`'{}'::jsonb`, false),
      ...rule(["mapping", "locale", "date_order", "choices", "progress"], "impersonal"),
      ...rule(["error", "brought", "kept", "version"], "impersonal"),
    },
  },
  sign_in_codes: {
    rows: byAccount,
    columns: {
      ...rule(["created_at", "expires_at", "used_at"], gone),
      ...rule(["id", "account_id", "code_hash", "browser_hash", "attempts"], hidden),
    },
  },
  account_links: {
    rows: ownLinks,
    erasedRows: byAccount,
    columns: {
      ...rule(["purpose", "email", "created_at", "expires_at", "used_at"], gone),
      ...rule(["id", "account_id", "token_hash"], hidden),
    },
  },
  sessions: {
    rows: byAccount,
    columns: {
      ...rule(["user_agent", "address", "created_at", "seen_at", "expires_at"], gone),
      second_factor_at: gone,
      ...rule(["id", "account_id", "token_hash"], hidden),
    },
  },
  known_browsers: {
    rows: byAccount,
    columns: {
      ...rule(["created_at", "seen_at"], gone),
      ...rule(["account_id", "token_hash", "session_id"], hidden),
    },
  },
  recovery_codes: {
    rows: byAccount,
    columns: {
      ...rule(["created_at", "used_at"], gone),
      ...rule(["account_id", "code_hash"], hidden),
    },
  },
  second_factors: {
    rows: byAccount,
    columns: {
      ...rule(["created_at", "confirmed_at"], gone),
      ...rule(["account_id", "secret", "offered_secret", "last_step"], hidden),
    },
  },
  notices: {
    rows: byAccount,
    columns: {
      ...rule(["kind", "subject_type", "subject_id", "data", "created_at", "seen_at"], gone),
      ...rule(["id", "account_id", "mail_id"], hidden),
    },
  },
  digests: {
    rows: byAccount,
    columns: { ...rule(["slot", "since", "until"], gone), ...rule(["account_id"], hidden) },
  },
  // What was written to members stays; of who was written to, nothing.
  mailing_recipients: {
    rows: byAccount,
    columns: {
      ...rule(["mailing_id", "state", "code", "at", "dismissed_at"], gone),
      ...rule(["account_id", "mail_id"], hidden),
    },
  },
  mailings: {
    rows: (id) => sql`made_by = ${id}`,
    erasedRows: (id) => sql`made_by = ${id} or started_by = ${id}`,
    columns: {
      ...rule(["id", "kind", "state", "created_at", "started_at", "ended_at"], kept),
      ...rule(["made_by", "started_by"], { isExported: false, erasure: "stays" }),
      // The club's words, not those of who sends them.
      ...rule(["subject", "body", "shown_until", "version"], "impersonal"),
      ...rule(["categories", "cities", "sectors", "locales"], "impersonal"),
    },
  },
  mails: {
    rows: shownLetters,
    erasedRows: (id) => sql`${ownLetters(id)} or ${lettersAboutOne(id)}`,
    columns: {
      ...rule(["address", "kind", "locale", "created_at", "sent_at"], gone),
      // A letter that still waits may hold an open link or code.
      ...rule(["id", "account_id", "application_id", "guest_id", "data"], hidden),
      ...rule(["attempts", "last_error", "message_id"], hidden),
    },
  },
};
