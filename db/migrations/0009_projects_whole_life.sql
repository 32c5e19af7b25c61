CREATE TABLE "interest_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interest_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text DEFAULT 'message' NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interest_messages_kind_check" CHECK ("interest_messages"."kind" in ('message', 'question', 'answer'))
);
--> statement-breakpoint
CREATE TABLE "interest_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interest_id" uuid NOT NULL,
	"state" text NOT NULL,
	"moved_by" uuid,
	"reason_code" text,
	"words" text,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interest_moves_state_check" CHECK ("interest_moves"."state" in ('sent', 'under-review', 'more-info-asked', 'accepted', 'declined', 'withdrawn', 'lapsed', 'in-talks', 'agreement', 'no-agreement'))
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid,
	"state" text DEFAULT 'sent' NOT NULL,
	"locale" text NOT NULL,
	"cooperation" text NOT NULL,
	"unclear" text NOT NULL,
	"about" text NOT NULL,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reminded_days" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interests_state_check" CHECK ("interests"."state" in ('sent', 'under-review', 'more-info-asked', 'accepted', 'declined', 'withdrawn', 'lapsed', 'in-talks', 'agreement', 'no-agreement'))
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task" text NOT NULL,
	"slot" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"error" text,
	CONSTRAINT "job_runs_unique" UNIQUE("task","slot")
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"account_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"switched_off_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_preferences_account_id_topic_pk" PRIMARY KEY("account_id","topic")
);
--> statement-breakpoint
CREATE TABLE "match_dismissals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"candidate_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "match_dismissals_unique" UNIQUE NULLS NOT DISTINCT("member_id","project_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "outcome_follow_ups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"outcome_id" uuid NOT NULL,
	"months" integer NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"words" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "outcome_follow_ups_unique" UNIQUE("outcome_id","months")
);
--> statement-breakpoint
CREATE TABLE "project_accesses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"part" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_accesses_unique" UNIQUE("project_id","account_id","part")
);
--> statement-breakpoint
CREATE TABLE "project_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" text DEFAULT 'members' NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "project_files_kind_check" CHECK ("project_files"."kind" in ('image', 'pdf')),
	CONSTRAINT "project_files_level_check" CHECK ("project_files"."level" in ('members', 'contacts'))
);
--> statement-breakpoint
CREATE TABLE "project_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"deadline" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_notices_unique" UNIQUE("project_id","kind","deadline")
);
--> statement-breakpoint
CREATE TABLE "project_outcomes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"agreement_kind" text NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"words" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_outcomes_project_unique" UNIQUE("project_id")
);
--> statement-breakpoint
CREATE TABLE "project_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"answer" text,
	"answer_locale" text,
	"answered_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cause" text NOT NULL,
	"content" jsonb NOT NULL,
	"stale" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"files" uuid[] DEFAULT '{}' NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_versions_number_unique" UNIQUE("project_id","number"),
	CONSTRAINT "project_versions_cause_check" CHECK ("project_versions"."cause" in ('published', 'revised', 'translated', 'restored'))
);
--> statement-breakpoint
CREATE TABLE "room_document_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_document_versions_unique" UNIQUE("document_id","number"),
	CONSTRAINT "room_document_versions_kind_check" CHECK ("room_document_versions"."kind" in ('image', 'pdf'))
);
--> statement-breakpoint
CREATE TABLE "room_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"room_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "room_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"room_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "room_invitations_role_check" CHECK ("room_invitations"."role" in ('lead', 'partner', 'adviser', 'observer')),
	CONSTRAINT "room_invitations_state_check" CHECK ("room_invitations"."state" in ('open', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "room_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"room_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_milestones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"room_id" uuid NOT NULL,
	"title" text NOT NULL,
	"starts_on" date,
	"due_on" date NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"room_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "room_people_role_check" CHECK ("room_people"."role" in ('lead', 'partner', 'adviser', 'observer'))
);
--> statement-breakpoint
CREATE TABLE "room_updates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"room_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rooms_project_unique" UNIQUE("project_id")
);
--> statement-breakpoint
CREATE TABLE "translation_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"field" text NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"origin" text DEFAULT 'person' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "translation_offers_state_check" CHECK ("translation_offers"."state" in ('open', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "translation_offers_origin_check" CHECK ("translation_offers"."origin" in ('person', 'machine'))
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "provenance" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "text_level" text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "owner_level" text DEFAULT 'contacts' NOT NULL;--> statement-breakpoint
ALTER TABLE "interest_messages" ADD CONSTRAINT "interest_messages_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_messages" ADD CONSTRAINT "interest_messages_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_moves" ADD CONSTRAINT "interest_moves_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_moves" ADD CONSTRAINT "interest_moves_moved_by_accounts_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_dismissals" ADD CONSTRAINT "match_dismissals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_dismissals" ADD CONSTRAINT "match_dismissals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_dismissals" ADD CONSTRAINT "match_dismissals_candidate_id_members_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_follow_ups" ADD CONSTRAINT "outcome_follow_ups_outcome_id_project_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."project_outcomes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_accesses" ADD CONSTRAINT "project_accesses_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_accesses" ADD CONSTRAINT "project_accesses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_files" ADD CONSTRAINT "project_files_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_notices" ADD CONSTRAINT "project_notices_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_outcomes" ADD CONSTRAINT "project_outcomes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_outcomes" ADD CONSTRAINT "project_outcomes_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_questions" ADD CONSTRAINT "project_questions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_questions" ADD CONSTRAINT "project_questions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_versions" ADD CONSTRAINT "project_versions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_versions" ADD CONSTRAINT "project_versions_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_document_versions" ADD CONSTRAINT "room_document_versions_document_id_room_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."room_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_document_versions" ADD CONSTRAINT "room_document_versions_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_documents" ADD CONSTRAINT "room_documents_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_invitations" ADD CONSTRAINT "room_invitations_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_invitations" ADD CONSTRAINT "room_invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_invitations" ADD CONSTRAINT "room_invitations_invited_by_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_milestones" ADD CONSTRAINT "room_milestones_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_milestones" ADD CONSTRAINT "room_milestones_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_people" ADD CONSTRAINT "room_people_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_people" ADD CONSTRAINT "room_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_people" ADD CONSTRAINT "room_people_removed_by_accounts_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_updates" ADD CONSTRAINT "room_updates_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_updates" ADD CONSTRAINT "room_updates_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_offers" ADD CONSTRAINT "translation_offers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_offers" ADD CONSTRAINT "translation_offers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_offers" ADD CONSTRAINT "translation_offers_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interest_messages_interest_index" ON "interest_messages" USING btree ("interest_id","created_at");--> statement-breakpoint
CREATE INDEX "interest_messages_author_index" ON "interest_messages" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "interest_moves_interest_index" ON "interest_moves" USING btree ("interest_id","moved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "interests_open_unique" ON "interests" USING btree ("project_id","member_id") WHERE "interests"."state" in ('sent', 'under-review', 'more-info-asked', 'accepted', 'in-talks');--> statement-breakpoint
CREATE INDEX "interests_member_index" ON "interests" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "interests_project_index" ON "interests" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "interests_waiting_index" ON "interests" USING btree ("state_at") WHERE "interests"."state" in ('sent', 'under-review', 'more-info-asked');--> statement-breakpoint
CREATE INDEX "job_runs_started_index" ON "job_runs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "project_accesses_account_index" ON "project_accesses" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "project_files_project_index" ON "project_files" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "project_questions_project_index" ON "project_questions" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE INDEX "project_questions_member_index" ON "project_questions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "room_document_versions_author_index" ON "room_document_versions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "room_documents_room_index" ON "room_documents" USING btree ("room_id");--> statement-breakpoint
CREATE UNIQUE INDEX "room_invitations_open_unique" ON "room_invitations" USING btree ("room_id","member_id") WHERE "room_invitations"."state" = 'open';--> statement-breakpoint
CREATE INDEX "room_invitations_member_index" ON "room_invitations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "room_messages_room_index" ON "room_messages" USING btree ("room_id","created_at");--> statement-breakpoint
CREATE INDEX "room_messages_author_index" ON "room_messages" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "room_milestones_room_index" ON "room_milestones" USING btree ("room_id","due_on");--> statement-breakpoint
CREATE INDEX "room_milestones_author_index" ON "room_milestones" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "room_people_unique" ON "room_people" USING btree ("room_id","member_id") WHERE "room_people"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "room_people_member_index" ON "room_people" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "room_updates_room_index" ON "room_updates" USING btree ("room_id","created_at");--> statement-breakpoint
CREATE INDEX "room_updates_author_index" ON "room_updates" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "translation_offers_open_unique" ON "translation_offers" USING btree ("project_id","member_id","field","locale") WHERE "translation_offers"."state" = 'open';--> statement-breakpoint
CREATE INDEX "translation_offers_member_index" ON "translation_offers" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "projects_deadline_index" ON "projects" USING btree ("deadline") WHERE "projects"."moderation" = 'published';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_text_level_check" CHECK ("projects"."text_level" in ('members', 'contacts'));--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_owner_level_check" CHECK ("projects"."owner_level" in ('members', 'contacts'));
--> statement-breakpoint
-- Until now every member read who proposes a project; only new ones begin otherwise.
UPDATE "projects" SET "owner_level" = 'members';
--> statement-breakpoint
CREATE TRIGGER interests_state_move BEFORE UPDATE ON interests FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state',
  'sent>under-review', 'sent>more-info-asked', 'sent>accepted', 'sent>declined', 'sent>withdrawn', 'sent>lapsed',
  'under-review>more-info-asked', 'under-review>accepted', 'under-review>declined', 'under-review>withdrawn',
  'under-review>lapsed',
  'more-info-asked>under-review', 'more-info-asked>declined', 'more-info-asked>withdrawn', 'more-info-asked>lapsed',
  'accepted>in-talks', 'accepted>agreement', 'accepted>no-agreement',
  'in-talks>agreement', 'in-talks>no-agreement');
--> statement-breakpoint
CREATE TRIGGER room_invitations_state_move BEFORE UPDATE ON room_invitations FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state', 'open>accepted', 'open>declined', 'open>withdrawn');
--> statement-breakpoint
CREATE TRIGGER translation_offers_state_move BEFORE UPDATE ON translation_offers FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state', 'open>accepted', 'open>declined', 'open>withdrawn');
--> statement-breakpoint
CREATE TRIGGER project_versions_append_only BEFORE UPDATE ON project_versions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE room_milestones ADD CONSTRAINT room_milestones_progress_check CHECK (progress between 0 and 100);
--> statement-breakpoint
ALTER TABLE room_milestones ADD CONSTRAINT room_milestones_days_check CHECK (starts_on is null or due_on >= starts_on);
--> statement-breakpoint
-- A room always keeps a lead as long as it has people. The lock makes two requests at once wait for each other.
CREATE FUNCTION keep_a_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role = 'lead' AND OLD.removed_at IS NULL AND (NEW.role <> 'lead' OR NEW.removed_at IS NOT NULL) THEN
    PERFORM pg_advisory_xact_lock(hashtext('keep_a_lead:' || OLD.room_id::text));
    IF NOT EXISTS (SELECT FROM room_people
        WHERE room_id = OLD.room_id AND id <> OLD.id AND role = 'lead' AND removed_at IS NULL)
      AND EXISTS (SELECT FROM room_people
        WHERE room_id = OLD.room_id AND id <> OLD.id AND removed_at IS NULL) THEN
      RAISE EXCEPTION 'the last lead stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'room_people_last_lead';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER room_people_last_lead BEFORE UPDATE ON room_people FOR EACH ROW EXECUTE FUNCTION keep_a_lead();
