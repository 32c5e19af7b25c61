import { type SQL, sql } from "drizzle-orm";
import { COOPERATION } from "@/lib/cooperations/cooperation";
import { columnNames, ownFields, SHARED_FIELDS } from "@/lib/entries/description";
import { EVENT } from "@/lib/events/event";
import { EXPERIENCE } from "@/lib/experiences/experience";
import { HERITAGE_ITEM } from "@/lib/heritage/heritage";
import { PAGE } from "@/lib/pages/page";
import { PROJECT } from "@/lib/projects/project";
import {
  becomes,
  gone,
  goneTold,
  hidden,
  kept,
  rule,
  type TableRule,
} from "./columns.personal-data";
import { ownAddress, ownEntries, ownGuests, ownMembers } from "./rows.personal-data";
import { sharedEntries } from "./shared.personal-data";

/** An invitation to the person themselves, not one of theirs to somebody else. */
const isInvited = (id: SQL) => sql`email = ${ownAddress(id)}`;

/** What the person does: in China, in organisations, with others. */
export const WORK_DATA: Record<string, TableRule> = {
  activities: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: {
      ...rule(["id", "slug", "organisation_id", "kind", "direction", "stage"], gone),
      ...rule(["sectors", "cities", "since", "until", "partner", "headcount_band"], gone),
      ...rule(["title", "summary", "original_locale", "visibility", "confirmed_on"], gone),
      ...rule(["created_at", "updated_at", "hidden_at"], gone),
      ...rule(["member_id", "stale", "reminded_at", "version"], hidden),
      ...rule(["search_text", "search_members"], hidden),
    },
  },
  affiliation_requests: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: {
      ...rule(["organisation_id", "kind", "words", "state", "decided_at", "created_at"], gone),
      ...rule(["id", "member_id", "decided_by"], hidden),
    },
  },
  organisation_invitations: {
    rows: (id) => sql`member_id in ${ownMembers(id)} or invited_by in ${ownMembers(id)}
      or email = ${ownAddress(id)}`,
    columns: {
      ...rule(["organisation_id", "locale", "role", "state"], gone),
      ...rule(["created_at", "expires_at", "answered_at"], gone),
      // The address may be somebody else's: the colleague one has invited.
      email: goneTold(isInvited),
      ...rule(["id", "invited_by", "token_hash", "member_id"], hidden),
    },
  },
  // What a member says to whom they invite goes with either; the address may be somebody else's.
  member_invitations: {
    rows: (id) => sql`invited_by in ${ownMembers(id)} or email = ${ownAddress(id)}`,
    columns: {
      ...rule(["locale", "words", "created_at", "expires_at", "revoked_at", "used_at"], gone),
      ...rule(["email", "family_name", "given_name", "name_zh"], goneTold(isInvited)),
      ...rule(["id", "invited_by", "token_hash"], hidden),
    },
  },
  entry_revisions: {
    rows: (id) => sql`entry_id in ${ownEntries(id)}`,
    columns: {
      ...rule(
        ["id", "entry_id", "state", "content", "created_at", "updated_at", "submitted_at"],
        gone,
      ),
      last_read: gone,
      ...rule(["stale", "version"], hidden),
    },
  },
  projects: {
    rows: (id) => sql`id in ${ownEntries(id)}`,
    erasedRows: (id) => sql`id in ${ownEntries(id)} and id not in ${sharedEntries(id)}`,
    columns: rule(["id", ...columnNames(ownFields(PROJECT))], gone),
  },
  experiences: {
    rows: (id) => sql`id in ${ownEntries(id)}`,
    erasedRows: (id) => sql`id in ${ownEntries(id)} and id not in ${sharedEntries(id)}`,
    columns: {
      ...rule(["id", ...columnNames(ownFields(EXPERIENCE)), "confirmed_at"], gone),
      ...rule(["project_id", "activity_id", "organisation_id"], gone),
      reminded_on: hidden,
    },
  },
  asks: {
    rows: (id) => sql`id in ${ownEntries(id)}`,
    erasedRows: (id) => sql`id in ${ownEntries(id)} and id not in ${sharedEntries(id)}`,
    columns: rule(["id", "asked_count"], gone),
  },
  // Agreements are the club's: what a member wrote of one is no more theirs than a page of the club.
  cooperation_parties: {
    rows: null,
    columns: rule(["cooperation_id", "organisation_id", "side", "is_to_act"], "impersonal"),
  },
  cooperations: {
    rows: null,
    columns: rule(["id", ...columnNames(ownFields(COOPERATION)), "from_seed"], "impersonal"),
  },
  // Who keeps an event, speaks at it or is asked to come.
  event_people: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: {
      ...rule(["event_id", "role"], gone),
      ...rule(["id", "member_id", "name", "position", "told_at"], hidden),
    },
  },
  // With the companions they named; the words on a selection that nobody was told yet are not theirs to read.
  event_registrations: {
    rows: (id) => sql`member_id in ${ownMembers(id)} or guest_id in ${ownGuests(id)}`,
    columns: {
      ...rule(["event_id", "state", "companions", "note", "is_shown", "takes_photos"], gone),
      ...rule(["offered_until", "passed_at", "told_at", "paid_at", "attended_at"], gone),
      ...rule(["outcome", "outcome_words"], gone),
      ...rule(["created_at", "updated_at"], gone),
      ...rule(
        ["verdict", "reason_code", "reason_words"],
        goneTold(() => sql`told_at is not null`),
      ),
      ...rule(["id", "member_id", "seats", "queue"], hidden),
      ...rule(["paid_by", "version", "reminded_days", "guest_id", "guest_key"], hidden),
    },
  },
  // Whoever asked to come before they had an account, found by the address; after the registrations, which name them.
  event_guests: {
    rows: (id) => sql`id in ${ownGuests(id)}`,
    columns: {
      ...rule(["event_id", "name", "email", "locale", "companions", "note"], gone),
      ...rule(["is_shown", "takes_photos", "confirmed_at", "created_at"], gone),
      id: hidden,
    },
  },
  // Whoever had an organisation asked to hold one; what it answered is not theirs.
  event_hosts: {
    rows: (id) => sql`asked_by = ${id}`,
    columns: {
      ...rule(["event_id", "organisation_id", "asked_at"], kept),
      asked_by: becomes(sql`null`, false),
      agreed_at: "impersonal",
    },
  },
  events: {
    rows: null,
    columns: rule(
      [
        ...["id", ...columnNames(ownFields(EVENT)), "starts_at", "ends_at", "progress", "capacity"],
        ...["price", "needs_approval", "companions_most", "closes", "closes_at", "online_url"],
        ...["is_full", "cancelled_words"],
      ],
      "impersonal",
    ),
  },
  heritage: {
    rows: null,
    columns: rule(
      ["id", ...columnNames(ownFields(HERITAGE_ITEM)), "from_seed", "position"],
      "impersonal",
    ),
  },
  pages: {
    rows: null,
    columns: rule(["id", ...columnNames(ownFields(PAGE))], "impersonal"),
  },
  // Drawn of what stands in the export. An entry that stays is no longer the person's to show.
  share_pictures: {
    rows: (id) => sql`entry_id in ${ownEntries(id)}`,
    columns: rule(
      ["id", "path", "locale", "version", "entry_id", "organisation_id", "content", "drawn_at"],
      hidden,
    ),
  },
  // After the rows of each kind, which it would take along.
  entries: {
    rows: (id) => sql`owner_id in ${ownMembers(id)}`,
    erasedRows: (id) => sql`owner_id in ${ownMembers(id)} and id not in ${sharedEntries(id)}`,
    columns: {
      ...rule(["id", "kind", "slug", "moderation"], gone),
      ...rule(columnNames(SHARED_FIELDS), gone),
      ...rule(["created_at", "updated_at", "submitted_at", "published_at"], gone),
      ...rule(["last_read", "hidden_at", "unread_since", "seed"], gone),
      ...rule(["owner_id", "handed_in_by", "stale", "provenance", "version"], hidden),
      ...rule(["search_members", "search_public"], hidden),
      ...rule(["shown_sectors", "shown_places"], hidden),
    },
  },
  affiliations: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    columns: {
      ...rule(["organisation_id", "is_main", "role", "position", "created_at"], gone),
      member_id: hidden,
    },
  },
};
