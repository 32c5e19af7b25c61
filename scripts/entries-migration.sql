-- A club before its projects were entries: a project in each state and level, and of what hangs on one also what is odd.
DO $$
DECLARE
  account uuid := gen_random_uuid();
  moderator uuid := gen_random_uuid();
  owner uuid := gen_random_uuid();
  reader uuid := gen_random_uuid();
  online uuid;
  interest uuid := gen_random_uuid();
  room uuid := gen_random_uuid();
  outcome uuid := gen_random_uuid();
  file uuid := gen_random_uuid();
  other uuid := gen_random_uuid();
  question uuid := gen_random_uuid();
  event bigint;
BEGIN
  INSERT INTO accounts (id, email, status, role) VALUES
    (account, 'ines@example.org', 'active', 'member'), (moderator, 'mei@example.org', 'active', 'moderator');
  INSERT INTO members (id, account_id, slug, family_name, given_name) VALUES
    (owner, account, 'ines', 'Montclair', 'Inès'), (reader, moderator, 'mei', '林', '美华');

  INSERT INTO projects (
    slug, owner_id, moderation, progress, last_read, accepting_interests, original_locale, profile_type, kind,
    title, teaser, summary, offered, sought, advantages, partner_task,
    stale, provenance, text_level, owner_level, partner_role, partner_kinds, partnership_types, development_stage,
    ip_statuses, sectors, cities, shown_sectors, shown_places, languages, budget_band, starts_on, deadline,
    search_public, search_members, version, created_at, updated_at, submitted_at, published_at, hidden_at
  ) SELECT
    concat_ws('-', state, text_level, owner_level), owner, state, 'paused',
    CASE WHEN state = 'changes-requested' THEN '{"title": {"fr": "Lu"}}'::jsonb END, false, 'zh', 'rd-request', 'joint-study',
    jsonb_build_object('zh', '一起买', 'fr', state), '{"fr": "Résumé"}', '{"fr": "Texte"}', '{"fr": "Offert"}',
    '{"en": "Sought"}', '{"fr": "L’avantage"}', '{"zh": "任务"}',
    '{"summary": ["en"], "gone": ["fr"]}', '{"teaser": {"en": {"origin": "machine", "by": "nobody", "isReviewed": false}}}',
    text_level, owner_level, 'supplier', '{sme}', '{trade}', 'prototype',
    '{patent}', '{machinery-metal,textile}', '{ningbo}', '{industry}', '{zhejiang}', '{fr,zh}', '10k', '2027-01-01', '2027-12-31',
    'visitors ' || state, 'members ' || state, 7, '2026-01-01 01:02:03.456789+08', '2026-02-01',
    CASE WHEN state <> 'draft' THEN timestamptz '2026-02-02' END,
    CASE WHEN state IN ('published', 'archived') THEN timestamptz '2026-02-03' END,
    CASE WHEN state = 'published' AND text_level = 'contacts' THEN timestamptz '2026-02-04' END
  FROM unnest(ARRAY['draft', 'submitted', 'changes-requested', 'published', 'refused', 'withdrawn', 'archived']) AS state,
    unnest(ARRAY['members', 'contacts']) AS text_level, unnest(ARRAY['members', 'contacts']) AS owner_level;
  INSERT INTO projects (slug, owner_id, original_locale) VALUES ('draft-0123456789', owner, 'fr');
  INSERT INTO projects (slug, owner_id, original_locale, title, stale) VALUES ('odd', owner, 'fr', '["no text"]', 'null');
  SELECT id INTO online FROM projects WHERE slug = 'published-members-members';

  INSERT INTO project_revisions (project_id, state, content, last_read, stale, version, submitted_at) VALUES
    (online, 'published', '{"title": {"fr": "Avant"}}', NULL, '{}', 3, '2026-03-01'),
    (online, 'changes-requested', '{"title": {"fr": "Demi"}, "unknown": [1]}', '{"title": {"fr": "Lu"}}', '{"title": ["en"]}', 2, '2026-03-02');
  INSERT INTO project_revisions (project_id, content) SELECT id, '{}' FROM projects WHERE slug LIKE 'published-contacts-%';
  INSERT INTO project_versions (project_id, number, cause, content, stale, files, author_id) VALUES
    (online, 1, 'published', '{"title": {"fr": "Un"}, "fieldOfTomorrow": {"deep": [null, 1.50]}}', '{}', ARRAY[file, gen_random_uuid()], account),
    (online, 2, 'restored', '{"teaser": {}}', '{"summary": ["zh"]}', '{}', NULL);

  INSERT INTO files (id, kind, content, size, hash) VALUES
    (file, 'pdf', '\x255044462d00ff', 7, 'of a file'), (other, 'image', '\x89', 1, 'of another'),
    (gen_random_uuid(), 'image', '\x00', 1, 'whose row is gone');
  INSERT INTO project_files (project_id, name, level, file_id, removed_at) VALUES
    (online, 'plan 图.pdf', 'contacts', file, NULL), (online, 'plan.pdf', 'members', other, NULL),
    (online, 'gone.pdf', 'members', NULL, '2026-03-03');
  INSERT INTO project_accesses (project_id, account_id, part, times) VALUES (online, moderator, 'text', 3), (online, moderator, file, 1);
  INSERT INTO project_questions (id, project_id, member_id, locale, words, answer, answer_locale, answered_at, removed_at, hidden_at) VALUES
    (question, online, reader, 'zh', '问题', NULL, NULL, NULL, NULL, '2026-03-04'),
    (gen_random_uuid(), online, reader, 'zh', '问题', 'Réponse', 'fr', '2026-03-05', '2026-03-06', NULL);
  INSERT INTO translation_offers (project_id, member_id, field, locale, words, origin, state, decided_by, decided_at) VALUES
    (online, reader, 'summary', 'zh', '概要', 'machine', 'open', NULL, NULL),
    (online, reader, 'summary', 'zh', '摘要', 'person', 'accepted', account, '2026-03-07');

  INSERT INTO interests (id, project_id, member_id, received_by, locale, cooperation, unclear, about)
    VALUES (interest, online, reader, owner, 'zh', '一', '二', '三');
  INSERT INTO interest_moves (interest_id, state, moved_by) VALUES (interest, 'sent', moderator);
  INSERT INTO match_dismissals (member_id, project_id) VALUES (reader, online);
  INSERT INTO rooms (id, project_id) VALUES (room, online);
  INSERT INTO room_people (room_id, member_id, role) VALUES (room, owner, 'lead');
  INSERT INTO project_outcomes (id, project_id, agreement_kind, recorded_by) VALUES (outcome, online, 'none', account);
  INSERT INTO outcome_follow_ups (outcome_id, months) VALUES (outcome, 6);
  INSERT INTO deadline_warnings (project_id, kind, deadline) VALUES (online, 'deadline-30', '2027-12-31');

  INSERT INTO decisions (subject_type, subject_id, verdict, reason_code, words, decided_by)
    VALUES ('project', online, 'published', NULL, 'Bien', moderator), ('revision', online, 'changes-requested', 'other', NULL, moderator);
  INSERT INTO take_downs (subject_type, subject_id, act, reason_code, decided_by)
    VALUES ('project', online, 'taken-down', 'other', moderator), ('project', online, 'put-back', NULL, moderator),
      ('question', question, 'taken-down', 'other', moderator);
  INSERT INTO notices (account_id, kind, subject_type, subject_id) VALUES (account, 'projectPublished', 'project', online);
  INSERT INTO mails (account_id, address, kind, locale) VALUES (account, '', 'projectPublished', 'fr');
  INSERT INTO audit_events (name, actor_id, subject_type, subject_id, data)
    VALUES ('project.published', moderator, 'project', online, '{"slug": "published-members-members"}') RETURNING id INTO event;
  INSERT INTO audit_details (event_id, account_id, personal) VALUES (event, moderator, '{"address": "127.0.0.1"}');
END $$;
