const ALL = "insert, update, delete";
/** What is deleted only by those who work as the owner: the sweep and the erasure. Its deletion takes along what only grows. */
const STAYS = "insert, update";
const READ = "";
/** Append-only: what was written stays as it is. Erasure empties words as the owner of the tables. */
const GROWS = "insert";

/**
 * What the serving role may do to the rows of each table besides reading them, as `grant` has it. A table that is not
 * here is only read, and a house test asks for its line. In those that only grow, a trigger writes when it was (migration
 * `append_only`): a line cannot be dated back either.
 */
export const WEB_RIGHTS: Readonly<Record<string, string>> = {
  account_links: ALL,
  accounts: STAYS,
  activities: ALL,
  affiliation_requests: ALL,
  affiliations: ALL,
  application_keys: ALL,
  application_messages: ALL,
  applications: STAYS,
  asks: STAYS,
  audit_details: GROWS,
  audit_events: GROWS,
  bookmarks: "insert, delete",
  calendar_feeds: ALL,
  // Withdrawn once, and given to the account that an approval makes; a trigger refuses the rest.
  consents: "insert, update (withdrawn_at, account_id)",
  cooperation_parties: ALL,
  cooperations: STAYS,
  deadline_warnings: ALL,
  decisions: GROWS,
  desk_items: ALL,
  desk_notes: ALL,
  // Written by the worker.
  digests: READ,
  // Frozen once issued; what cancels one is another.
  dues_documents: GROWS,
  dues_fees: ALL,
  // Counted by the trigger that numbers a document, as the owner.
  dues_numbers: READ,
  // Drawn by the worker.
  dues_pdfs: "insert, delete",
  dues_years: ALL,
  entries: STAYS,
  entry_accesses: ALL,
  entry_files: ALL,
  entry_questions: ALL,
  entry_revisions: ALL,
  entry_versions: GROWS,
  event_guests: STAYS,
  event_hosts: ALL,
  event_people: ALL,
  event_registrations: STAYS,
  events: STAYS,
  experience_opinions: ALL,
  experiences: STAYS,
  // Never changed: whoever brings other bytes brings another file.
  files: "insert, delete",
  heritage: STAYS,
  idempotency_keys: ALL,
  imports: ALL,
  installation: READ,
  interest_messages: GROWS,
  interest_moves: GROWS,
  interest_translations: ALL,
  interests: STAYS,
  introduction_answers: GROWS,
  introduction_passings: STAYS,
  introduction_translations: ALL,
  // Taken back; its row goes with the sweep.
  introductions: STAYS,
  // Written by the worker.
  job_runs: READ,
  known_browsers: ALL,
  mail_preferences: ALL,
  mailing_recipients: STAYS,
  mailings: ALL,
  mails: ALL,
  match_dismissals: ALL,
  // Written by triggers and the worker.
  match_notes: READ,
  member_blocks: "insert, delete",
  member_contacts: ALL,
  // Taken back or used; its row goes with the sweep.
  member_invitations: STAYS,
  members: STAYS,
  notices: STAYS,
  organisation_invitations: ALL,
  organisations: ALL,
  outcome_follow_ups: ALL,
  pages: STAYS,
  project_outcomes: ALL,
  projects: STAYS,
  // Raised by its trigger, as the owner.
  public_epoch: READ,
  question_translations: ALL,
  rate_limits: ALL,
  recovery_codes: ALL,
  // Closed once decided; what is left of a person's goes with an erasure.
  reports: "insert, update (state, words, reason_code)",
  room_document_versions: ALL,
  room_documents: ALL,
  room_invitations: ALL,
  room_messages: ALL,
  room_milestones: ALL,
  room_people: ALL,
  // Dropped by the trigger of `room_people`, as the owner.
  room_translations: ALL,
  room_updates: ALL,
  rooms: ALL,
  saved_searches: ALL,
  // Written by triggers, as the owner.
  search_cards: READ,
  search_counts: READ,
  search_lines: READ,
  second_factors: ALL,
  sessions: ALL,
  // Written by the worker; it goes with an organisation that somebody gives up.
  share_pictures: "delete",
  sign_in_codes: ALL,
  take_downs: GROWS,
  translation_offers: ALL,
  // Asked anew after some weeks; it goes with its entry.
  translation_wishes: STAYS,
};
