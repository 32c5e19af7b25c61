import { type SQL, sql } from "drizzle-orm";
import { becomes, gone, hidden, kept, rule, type TableRule } from "./columns.personal-data";
import { byAccount, ownEntries, ownMembers } from "./rows.personal-data";
import { keptProjects, sharedInterests } from "./shared.personal-data";

const byAuthor = (id: SQL) => sql`author_id = ${id}`;
const byMember = (id: SQL) => sql`member_id in ${ownMembers(id)}`;
const ofEither = (id: SQL) => sql`(asked_by in ${ownMembers(id)} or asked in ${ownMembers(id)})`;
/** The columns of what a machine made (`machineWords`). */
const MADE = rule(["locale", "words", "made_by", "asked_at", "failed_at"], gone);

/** What the person does with others: interests, questions, translations, project rooms. */
export const EXCHANGE_DATA: Record<string, TableRule> = {
  mail_preferences: {
    rows: byAccount,
    columns: { topic: gone, account_id: hidden },
  },
  // What was made of either side's words: both have it, and with the one it goes.
  interest_translations: {
    rows: (id) => sql`interest_id in (select id from interests where member_id in ${ownMembers(id)}
      or received_by in ${ownMembers(id)} and not is_silenced)`,
    columns: { ...rule(["interest_id", "piece"], gone), ...MADE },
  },
  interest_messages: {
    rows: byAuthor,
    columns: {
      ...rule(["interest_id", "kind", "words", "created_at"], gone),
      ...rule(["id", "author_id"], hidden),
    },
  },
  interest_moves: {
    rows: (id) => sql`moved_by = ${id}`,
    columns: {
      ...rule(["interest_id", "state", "reason_code", "moved_at"], kept),
      words: becomes(sql`null`),
      ...rule(["id", "moved_by"], { isExported: false, erasure: "stays" }),
    },
  },
  interests: {
    rows: byMember,
    erasedRows: (id) => sql`${byMember(id)} and id not in ${sharedInterests(id)}`,
    columns: {
      ...rule(["id", "project_id", "organisation_id", "state", "locale"], gone),
      ...rule(["cooperation", "unclear", "about", "is_named"], gone),
      ...rule(["state_at", "created_at", "updated_at"], gone),
      ...rule(["sender_machine_at", "contact_ended_on"], gone),
      ...rule(
        [
          "receiver_machine_at",
          "member_id",
          "received_by",
          "reminded_days",
          "shown_sectors",
          "is_silenced",
          "version",
        ],
        hidden,
      ),
    },
  },
  // Its asker has no line for "not now", as for silence.
  introduction_answers: {
    rows: (
      id,
    ) => sql`introduction_id in (select id from introductions where asked in ${ownMembers(id)}
      or asked_by in ${ownMembers(id)} and answer = 'accepted')`,
    erasedRows: (id) =>
      sql`introduction_id in (select id from introductions where ${ofEither(id)})`,
    columns: rule(["introduction_id", "answer", "answered_at"], gone),
  },
  // Whoever is to pass one on; whether they did stays with the two.
  introduction_passings: {
    rows: (id) => sql`go_between in ${ownMembers(id)}`,
    columns: {
      ...rule(["introduction_id", "answer", "answered_at"], kept),
      note: becomes(sql`''`),
      go_between: becomes(sql`null`, false),
    },
  },
  // Of the reader who asked for it, and of nobody else.
  introduction_translations: {
    rows: (id) => sql`reader_id in ${ownMembers(id)}`,
    erasedRows: (id) => sql`reader_id in ${ownMembers(id)}
      or introduction_id in (select id from introductions where ${ofEither(id)})`,
    columns: { introduction_id: gone, reader_id: hidden, ...MADE },
  },
  // Whoever is asked has nothing of what nobody has passed on to them.
  introductions: {
    rows: (id) => sql`(asked_by in ${ownMembers(id)} or asked in ${ownMembers(id)}
      and not exists (select from introduction_passings through
        where through.introduction_id = introductions.id and through.answer is distinct from 'passed-on'))`,
    erasedRows: (id) => ofEither(id),
    columns: {
      ...rule(["id", "words", "locale", "ends_on", "created_at"], gone),
      ...rule(["machine_at", "contact_ended_on"], gone),
      ...rule(["asked_by", "asked"], hidden),
    },
  },
  // Whoever is blocked never knows, and takes it along all the same.
  member_blocks: {
    rows: (id) => sql`blocker_id in ${ownMembers(id)}`,
    erasedRows: (id) => sql`blocker_id in ${ownMembers(id)} or blocked_id in ${ownMembers(id)}`,
    columns: { ...rule(["blocked_id", "created_at"], gone), blocker_id: hidden },
  },
  match_dismissals: {
    rows: (id) => sql`member_id in ${ownMembers(id)}`,
    erasedRows: (id) => sql`member_id in ${ownMembers(id)} or candidate_id in ${ownMembers(id)}`,
    columns: {
      ...rule(["project_id", "created_at"], gone),
      ...rule(["id", "member_id", "candidate_id"], hidden),
    },
  },
  // Worked out from their texts, and who they may be brought together with.
  match_notes: {
    rows: (id) => sql`${byMember(id)} or project_id in ${ownEntries(id)}`,
    columns: {
      ...rule(["id", "member_id", "project_id", "words", "version"], hidden),
      ...rule(["found", "least", "changes", "noted_changes", "noted_at"], hidden),
    },
  },
  // A translation of a text goes with it, whoever made it.
  translation_offers: {
    rows: byMember,
    erasedRows: (id) => sql`${byMember(id)} or entry_id in ${ownEntries(id)}`,
    columns: {
      ...rule(["entry_id", "field", "locale", "words", "origin", "state"], gone),
      ...rule(["decided_at", "created_at"], gone),
      ...rule(["id", "member_id", "decided_by", "version"], hidden),
    },
  },
  translation_wishes: {
    rows: byAccount,
    columns: { ...rule(["entry_id", "locale", "asked_at"], gone), account_id: hidden },
  },
  // What readers have by now stays, without who translated it, as in the texts of an entry.
  question_translations: {
    rows: byMember,
    columns: {
      ...rule(["question_id", "part", "locale", "words", "created_at", "updated_at"], kept),
      member_id: becomes(sql`null`, false),
    },
  },
  entry_questions: {
    rows: byMember,
    // An answer is somebody else's.
    erasedRows: (id) => sql`${byMember(id)} and answer is null`,
    columns: {
      ...rule(["entry_id", "locale", "words", "answer", "answer_locale"], gone),
      ...rule(["answered_at", "helped_at", "removed_at", "hidden_at", "created_at"], gone),
      ...rule(["id", "member_id", "version"], hidden),
    },
  },
  experience_opinions: {
    rows: byMember,
    columns: {
      ...rule(["entry_id", "stance", "locale", "words", "since_year", "hidden_at"], gone),
      created_at: gone,
      ...rule(["id", "member_id"], hidden),
    },
  },
  entry_accesses: {
    rows: byAccount,
    columns: {
      ...rule(["entry_id", "part", "times", "first_at", "last_at"], gone),
      ...rule(["id", "account_id"], hidden),
    },
  },
  // Before the messages that they were made of.
  room_translations: {
    rows: (id) => sql`message_id in (select id from room_messages where author_id = ${id})`,
    columns: {
      ...MADE,
      message_id: hidden,
    },
  },
  room_messages: {
    rows: byAuthor,
    columns: {
      ...rule(["room_id", "words", "created_at", "hidden_at"], gone),
      ...rule(["id", "author_id", "mentions"], hidden),
    },
  },
  room_updates: {
    rows: byAuthor,
    columns: {
      ...rule(["room_id", "locale", "words", "is_public", "created_at", "hidden_at"], gone),
      ...rule(["id", "author_id"], hidden),
    },
  },
  // Before its versions, which tell whose title it is.
  room_documents: {
    rows: (id) => sql`id in (
      select document_id from room_document_versions where number = 1 and author_id = ${id})`,
    columns: {
      ...rule(["id", "room_id", "created_at", "removed_at"], kept),
      title: becomes(sql`''`),
    },
  },
  room_document_versions: {
    rows: byAuthor,
    columns: {
      ...rule(["document_id", "number", "name", "file_id", "created_at"], gone),
      ...rule(["id", "author_id"], hidden),
    },
  },
  room_milestones: {
    rows: byAuthor,
    columns: {
      ...rule(["room_id", "starts_on", "due_on", "progress", "done_at"], kept),
      title: becomes(sql`'…'`),
      ...rule(["id", "author_id", "version", "created_at"], {
        isExported: false,
        erasure: "stays",
      }),
    },
  },
  room_invitations: {
    rows: (id) => sql`member_id in ${ownMembers(id)} or invited_by in ${ownMembers(id)}`,
    erasedRows: byMember,
    columns: {
      ...rule(["room_id", "role", "state", "created_at", "answered_at"], gone),
      ...rule(["id", "member_id", "invited_by"], hidden),
    },
  },
  room_people: {
    rows: byMember,
    columns: {
      ...rule(["room_id", "role", "joined_at", "removed_at"], gone),
      ...rule(["read_at", "mailed_at", "mails_off_at", "machine_at"], gone),
      ...rule(["id", "member_id", "removed_by"], hidden),
    },
  },
  rooms: {
    rows: null,
    columns: rule(
      ["id", "project_id", "created_at", "closed_at", "version", "offered_to", "offered_until"],
      "impersonal",
    ),
  },
  outcome_follow_ups: {
    rows: (id) =>
      sql`outcome_id in (select id from project_outcomes where project_id in ${ownEntries(id)})`,
    erasedRows: (id) => sql`outcome_id in (select id from project_outcomes
      where project_id in ${ownEntries(id)} and project_id not in ${keptProjects(id)})`,
    columns: {
      ...rule(["outcome_id", "months", "asked_at", "answer", "words", "answered_at"], gone),
      id: hidden,
    },
  },
  project_outcomes: {
    rows: (id) => sql`project_id in ${ownEntries(id)}`,
    erasedRows: (id) =>
      sql`project_id in ${ownEntries(id)} and project_id not in ${keptProjects(id)}`,
    columns: {
      ...rule(["id", "project_id", "agreement_kind", "is_public", "words", "recorded_at"], gone),
      recorded_by: hidden,
    },
  },
  entry_files: {
    rows: (id) => sql`entry_id in ${ownEntries(id)}`,
    columns: {
      ...rule(["entry_id", "name", "level", "file_id", "created_at", "removed_at"], gone),
      id: hidden,
    },
  },
  // After the rows that point to them, with which they go.
  files: {
    rows: (id) => sql`id in (select file_id from room_document_versions where author_id = ${id}
      union select file_id from entry_files where entry_id in ${ownEntries(id)}
      union select portrait_id from members where account_id = ${id})`,
    erasedRows: (
      id,
    ) => sql`id in (select file_id from room_document_versions where author_id = ${id}
      union select file_id from entry_files where entry_id in ${ownEntries(id)})`,
    columns: {
      ...rule(["id", "kind", "size", "created_at"], gone),
      ...rule(["content", "width", "height", "hash"], hidden),
    },
  },
  entry_versions: {
    rows: (id) => sql`entry_id in ${ownEntries(id)}`,
    erasedRows: (id) => sql`entry_id in ${ownEntries(id)} and entry_id not in ${keptProjects(id)}`,
    columns: {
      ...rule(["entry_id", "number", "cause", "content", "created_at"], gone),
      ...rule(["id", "stale", "files", "author_id"], hidden),
    },
  },
};
