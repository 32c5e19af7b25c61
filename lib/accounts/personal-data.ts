import { type SQL, sql } from "drizzle-orm";

/** What becomes of a column with personal data. */
export type PersonalColumn = {
  /** Stands in the person's export. */
  isExported: boolean;
  /** At an erasure: its row goes, it takes another value, or it stays because it names nobody by itself. */
  erasure: "row" | "stays" | SQL;
};

export type ColumnRule = "impersonal" | PersonalColumn;

export type TableRule = {
  /** The rows about an account, or null when the table has none. */
  rows: ((accountId: SQL) => SQL) | null;
  /** The rows an erasure touches, when they are fewer. */
  erasedRows?: (accountId: SQL) => SQL;
  columns: Record<string, ColumnRule>;
};

const gone: PersonalColumn = { isExported: true, erasure: "row" };
/** Secrets, and what is worked out from exported columns: useless or dangerous in a file. */
const hidden: PersonalColumn = { isExported: false, erasure: "row" };
/** Who did what stays provable: a key without a name, and facts without a person. */
const kept: PersonalColumn = { isExported: true, erasure: "stays" };
const becomes = (value: SQL, isExported = true): PersonalColumn => ({ isExported, erasure: value });

const rule = <Name extends string>(names: readonly Name[], column: ColumnRule) =>
  Object.fromEntries(names.map((name) => [name, column]));

const byAccount = (id: SQL) => sql`account_id = ${id}`;
const ownMembers = (id: SQL) => sql`(select id from members where account_id = ${id})`;
const ownProjects = (id: SQL) => sql`(select id from projects where owner_id in ${ownMembers(id)})`;
const ownRevisions = (id: SQL) =>
  sql`(select id from project_revisions where project_id in ${ownProjects(id)})`;
const ownSubjects = (id: SQL) =>
  sql`(subject_id = ${id} or subject_id in ${ownMembers(id)}
    or subject_id in ${ownProjects(id)} or subject_id in ${ownRevisions(id)})`;

/**
 * Every column of every table: what export and erasure do with it. Erasure goes through the tables in this order, so
 * whatever refers to a row stands before it. A test fails when the database has a column that is not listed here.
 */
export const PERSONAL_DATA: Record<string, TableRule> = {
  rate_limits: {
    // Keys end in the account's id; those made of addresses are hashed, and all expire within the hour.
    rows: (id) => sql`key like '%:' || ${id}::text`,
    columns: rule(["key", "points", "expire"], hidden),
  },
  idempotency_keys: {
    rows: byAccount,
    columns: rule(["key", "account_id", "outcome", "created_at"], hidden),
  },
  sign_in_codes: {
    rows: byAccount,
    columns: {
      ...rule(["created_at", "expires_at", "used_at"], gone),
      ...rule(["id", "account_id", "code_hash", "browser_hash", "attempts"], hidden),
    },
  },
  account_links: {
    rows: byAccount,
    columns: {
      ...rule(["purpose", "created_at", "expires_at", "used_at"], gone),
      ...rule(["id", "account_id", "token_hash"], hidden),
    },
  },
  sessions: {
    rows: byAccount,
    columns: {
      ...rule(["user_agent", "address", "created_at", "seen_at", "expires_at"], gone),
      ...rule(["id", "account_id", "token_hash"], hidden),
    },
  },
  mails: {
    rows: byAccount,
    columns: {
      ...rule(["address", "kind", "locale", "created_at", "sent_at"], gone),
      // A letter that still waits may hold an open link or code.
      ...rule(["id", "account_id", "data", "attempts", "last_error", "message_id"], hidden),
    },
  },
  audit_details: {
    rows: byAccount,
    columns: rule(["event_id", "account_id", "personal"], gone),
  },
  audit_events: {
    rows: (id) => sql`actor_id = ${id} or ${ownSubjects(id)}`,
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
  project_revisions: {
    rows: (id) => sql`project_id in ${ownProjects(id)}`,
    columns: {
      ...rule(
        ["id", "project_id", "state", "content", "created_at", "updated_at", "submitted_at"],
        gone,
      ),
      ...rule(["stale", "base_version", "version"], hidden),
    },
  },
  projects: {
    rows: (id) => sql`owner_id in ${ownMembers(id)}`,
    columns: {
      ...rule(
        [
          "id",
          "slug",
          "moderation",
          "progress",
          "accepting_interests",
          "original_locale",
          "profile_type",
          "kind",
        ],
        gone,
      ),
      ...rule(
        ["title", "teaser", "summary", "offered", "sought", "advantages", "partner_task"],
        gone,
      ),
      ...rule(
        ["partner_role", "partner_kinds", "partnership_types", "development_stage", "ip_statuses"],
        gone,
      ),
      ...rule(["sectors", "cities", "languages", "budget_band", "starts_on", "deadline"], gone),
      ...rule(["created_at", "updated_at", "submitted_at", "published_at"], gone),
      ...rule(["owner_id", "stale", "version", "search_members", "search_public"], hidden),
    },
  },
  affiliations: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: { ...rule(["organisation_id", "is_main"], gone), member_id: hidden },
  },
  member_contacts: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: { ...rule(["email", "phone", "wechat"], gone), member_id: hidden },
  },
  members: {
    rows: byAccount,
    columns: {
      ...rule(
        ["id", "slug", "family_name", "given_name", "name_order", "name_zh", "job_title", "bio"],
        gone,
      ),
      ...rule(
        ["offers", "needs", "languages", "sectors", "cities", "category", "club_function"],
        gone,
      ),
      ...rule(["original_locale", "visibility", "joined_on", "created_at", "updated_at"], gone),
      ...rule(["account_id", "stale", "version", "sort_latin", "sort_pinyin"], hidden),
      ...rule(["search_names", "search_members", "search_team"], hidden),
    },
  },
  organisations: {
    rows: null,
    columns: {
      ...rule(
        ["id", "slug", "name", "description", "kind", "size", "sectors", "place"],
        "impersonal",
      ),
      ...rule(["founded", "website", "siren", "vat", "parent_uscc", "created_at"], "impersonal"),
    },
  },
  accounts: {
    rows: (id) => sql`id = ${id}`,
    columns: {
      ...rule(["id", "created_at"], kept),
      email: becomes(sql`'erased-' || id || '@erased.invalid'`),
      password_hash: becomes(sql`null`, false),
      role: becomes(sql`'member'`),
      status: becomes(sql`'left'`),
      locale: becomes(sql`'fr'`),
      theme: becomes(sql`'system'`),
      display_name: becomes(sql`'{}'::jsonb`),
      last_seen_at: becomes(sql`null`),
      ...rule(["is_demo", "version"], "impersonal"),
    },
  },
};

/** One statement a table for what an account's export holds; each row comes as one JSON `row`. */
export function exportStatements(accountId: string): [table: string, statement: SQL][] {
  const id = sql`${accountId}::uuid`;
  return Object.entries(PERSONAL_DATA).flatMap(([name, { rows, columns }]) => {
    const exported = Object.entries(columns).flatMap(([column, kind]) =>
      kind !== "impersonal" && kind.isExported ? [sql.identifier(column)] : [],
    );
    if (!rows || exported.length === 0) return [];
    const own = sql`select ${sql.join(exported, sql`, `)} from ${sql.identifier(name)} where ${rows(id)}`;
    return [[name, sql`select to_jsonb(own) as row from (${own}) own`]];
  });
}

/** What takes an account out of the database, in an order that respects its foreign keys. */
export function erasureStatements(accountId: string): SQL[] {
  const id = sql`${accountId}::uuid`;
  return Object.entries(PERSONAL_DATA).flatMap(([name, { rows, erasedRows = rows, columns }]) => {
    if (!erasedRows) return [];
    const table = sql.identifier(name);
    const erasures = Object.entries(columns).flatMap(([column, kind]) =>
      kind === "impersonal" || kind.erasure === "stays" ? [] : [{ column, erasure: kind.erasure }],
    );
    if (erasures.some(({ erasure }) => erasure === "row")) {
      return [sql`delete from ${table} where ${erasedRows(id)}`];
    }
    const values = erasures.map(
      ({ column, erasure }) => sql`${sql.identifier(column)} = ${erasure}`,
    );
    if (values.length === 0) return [];
    return [sql`update ${table} set ${sql.join(values, sql`, `)} where ${erasedRows(id)}`];
  });
}
