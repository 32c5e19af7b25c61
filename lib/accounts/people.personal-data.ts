import { sql } from "drizzle-orm";
import { ERASED_ADDRESS } from "@/lib/core/auth/erased-address";
import { becomes, gone, hidden, kept, rule, type TableRule } from "./columns.personal-data";
import { byAccount, ownMembers } from "./rows.personal-data";
import { isUnreferenced } from "./shared.personal-data";

/** Who the person is, and the organisations, which are nobody: without their people they name none. */
export const PEOPLE_DATA: Record<string, TableRule> = {
  member_contacts: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: { ...rule(["email", "phone", "wechat"], gone), member_id: hidden },
  },
  members: {
    rows: byAccount,
    erasedRows: (id) => sql`${byAccount(id)} and ${isUnreferenced}`,
    columns: {
      ...rule(
        ["id", "slug", "family_name", "given_name", "name_order", "name_zh", "job_title", "bio"],
        gone,
      ),
      ...rule(
        [
          "offers",
          "needs",
          "languages",
          "translates",
          "sectors",
          "cities",
          "category",
          "club_function",
        ],
        gone,
      ),
      ...rule(
        [
          "original_locale",
          "visibility",
          "joined_on",
          "confirmed_on",
          "asked_at",
          "created_at",
          "updated_at",
        ],
        gone,
      ),
      ...rule(["name_kept_at", "hidden_at", "portrait_id", "may_introduce"], gone),
      ...rule(["portrait_medium_id", "portrait_small_id"], hidden),
      ...rule(["account_id", "stale", "version", "sort_latin", "sort_pinyin"], hidden),
      ...rule(["search_names", "search_members", "search_team"], hidden),
    },
  },
  // What somebody keeps is theirs; an erased member is kept by nobody.
  bookmarks: {
    rows: (id) => sql`account_id = ${id}`,
    erasedRows: (id) => sql`account_id = ${id} or member_id in ${ownMembers(id)}`,
    columns: {
      ...rule(["entry_id", "organisation_id", "activity_id", "member_id", "created_at"], gone),
      ...rule(["id", "account_id"], hidden),
    },
  },
  calendar_feeds: {
    rows: (id) => sql`account_id = ${id}`,
    columns: {
      ...rule(["created_at"], gone),
      ...rule(["account_id", "token_hash"], hidden),
    },
  },
  saved_searches: {
    rows: (id) => sql`account_id = ${id}`,
    columns: {
      ...rule(["list", "asked", "name", "created_at"], gone),
      ...rule(["id", "account_id"], hidden),
    },
  },
  // No rows of their own: triggers make them of those above, and take them away with those.
  search_lines: {
    rows: null,
    columns: {
      ...rule(["kind", "audience", "subject_id", "facets", "codes", "last_day"], hidden),
      ...rule(["line", "written", "readings"], hidden),
      ...rule(["sort_latin", "sort_pinyin", "sort_newest"], hidden),
    },
  },
  search_cards: {
    rows: null,
    columns: rule(["subject_id", "audience", "card"], hidden),
  },
  search_counts: {
    rows: null,
    columns: rule(["kind", "audience", "facet", "n"], "impersonal"),
  },
  organisations: {
    rows: null,
    columns: {
      ...rule(
        ["id", "slug", "name", "description", "kind", "size", "sectors", "place"],
        "impersonal",
      ),
      ...rule(["founded", "website", "siren", "siret", "vat", "uscc", "parent_uscc"], "impersonal"),
      ...rule(["original_locale", "stale", "country", "sites", "visibility"], "impersonal"),
      ...rule(["name_kept_at", "hidden_at"], "impersonal"),
      ...rule(
        ["logo_id", "is_from_sources", "name_keys", "search_text", "sort_latin", "sort_pinyin"],
        "impersonal",
      ),
      ...rule(["seed", "version", "created_at", "updated_at"], "impersonal"),
    },
  },
  accounts: {
    rows: (id) => sql`id = ${id}`,
    columns: {
      ...rule(["id", "created_at"], kept),
      email: becomes(sql`'erased-' || id || ${ERASED_ADDRESS}::text`),
      password_hash: becomes(sql`null`, false),
      role: becomes(sql`'member'`),
      status: becomes(sql`'left'`),
      locale: becomes(sql`'fr'`),
      theme: becomes(sql`'system'`),
      time_zone: becomes(sql`null`),
      digest_rhythm: becomes(sql`'weekly'`),
      display_name: becomes(sql`'{}'::jsonb`),
      last_seen_at: becomes(sql`null`),
      erasure_due_at: becomes(sql`null`),
      lapsed_on: becomes(sql`null`),
      paid_until: becomes(sql`null`),
      is_open: becomes(sql`true`),
      resting_address: becomes(sql`null`),
      ...rule(["is_brought_in", "version"], "impersonal"),
      ...rule(["invited_on", "reminded_on"], becomes(sql`null`)),
    },
  },
};
