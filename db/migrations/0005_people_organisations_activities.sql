CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"stage" text NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"cities" text[] DEFAULT '{}' NOT NULL,
	"since" integer NOT NULL,
	"until" integer,
	"partner" text,
	"headcount_band" text,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"original_locale" text NOT NULL,
	"stale" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"visibility" text DEFAULT 'members' NOT NULL,
	"confirmed_on" date DEFAULT now() NOT NULL,
	"reminded_at" timestamp with time zone,
	"search_text" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activities_slug_unique" UNIQUE("slug"),
	CONSTRAINT "activities_direction_check" CHECK ("activities"."direction" in ('lyon-to-china', 'china-to-lyon', 'both')),
	CONSTRAINT "activities_stage_check" CHECK ("activities"."stage" in ('exploring', 'setting-up', 'operating', 'scaling', 'suspended', 'exited')),
	CONSTRAINT "activities_visibility_check" CHECK ("activities"."visibility" in ('public', 'members', 'team', 'self')),
	CONSTRAINT "activities_years_check" CHECK ("activities"."until" is null or "activities"."until" >= "activities"."since")
);
--> statement-breakpoint
CREATE TABLE "affiliation_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "affiliation_requests_kind_check" CHECK ("affiliation_requests"."kind" in ('join', 'claim')),
	CONSTRAINT "affiliation_requests_state_check" CHECK ("affiliation_requests"."state" in ('open', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "organisation_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"role" text DEFAULT 'person' NOT NULL,
	"invited_by" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"member_id" uuid,
	CONSTRAINT "organisation_invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "organisation_invitations_role_check" CHECK ("organisation_invitations"."role" in ('person', 'manager')),
	CONSTRAINT "organisation_invitations_state_check" CHECK ("organisation_invitations"."state" in ('open', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "application_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_keys_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "application_keys_purpose_check" CHECK ("application_keys"."purpose" in ('link', 'browser'))
);
--> statement-breakpoint
CREATE TABLE "application_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "application_messages_kind_check" CHECK ("application_messages"."kind" in ('question', 'answer', 'note'))
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"organisation_id" uuid,
	"match_keys" text[] DEFAULT '{}' NOT NULL,
	"account_id" uuid,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_state_check" CHECK ("applications"."state" in ('draft', 'submitted', 'under-review', 'info-requested', 'approved', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"text_version" integer NOT NULL,
	"locale" text NOT NULL,
	"application_id" uuid,
	"account_id" uuid,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_person_check" CHECK ("consents"."application_id" is not null or "consents"."account_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "organisation_logos" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"image" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_links" DROP CONSTRAINT "account_links_purpose_check";--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_verdict_check";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "affiliations" ADD COLUMN "role" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "affiliations" ADD COLUMN "position" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "affiliations" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "original_locale" text DEFAULT 'fr' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "stale" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "country" text DEFAULT 'fr' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "sites" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "siret" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "uscc" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "visibility" text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "name_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "sort_latin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "sort_pinyin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation_requests" ADD CONSTRAINT "affiliation_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation_requests" ADD CONSTRAINT "affiliation_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliation_requests" ADD CONSTRAINT "affiliation_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_invited_by_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_invitations" ADD CONSTRAINT "organisation_invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_keys" ADD CONSTRAINT "application_keys_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_messages" ADD CONSTRAINT "application_messages_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_messages" ADD CONSTRAINT "application_messages_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_logos" ADD CONSTRAINT "organisation_logos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_member_index" ON "activities" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "activities_organisation_index" ON "activities" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "activities_sectors_index" ON "activities" USING gin ("sectors");--> statement-breakpoint
CREATE INDEX "activities_cities_index" ON "activities" USING gin ("cities");--> statement-breakpoint
CREATE INDEX "activities_confirmed_index" ON "activities" USING btree ("confirmed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "affiliation_requests_open_unique" ON "affiliation_requests" USING btree ("organisation_id","member_id") WHERE "affiliation_requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "affiliation_requests_member_index" ON "affiliation_requests" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_invitations_open_unique" ON "organisation_invitations" USING btree ("organisation_id","email") WHERE "organisation_invitations"."state" = 'open';--> statement-breakpoint
CREATE INDEX "organisation_invitations_email_index" ON "organisation_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "application_keys_application_index" ON "application_keys" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "application_messages_application_index" ON "application_messages" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open_unique" ON "applications" USING btree ("email") WHERE "applications"."state" in ('draft', 'submitted', 'under-review', 'info-requested');--> statement-breakpoint
CREATE INDEX "applications_waiting_index" ON "applications" USING btree ("submitted_at") WHERE "applications"."state" in ('submitted', 'under-review');--> statement-breakpoint
CREATE INDEX "applications_email_index" ON "applications" USING btree ("email");--> statement-breakpoint
CREATE INDEX "applications_match_keys_index" ON "applications" USING gin ("match_keys");--> statement-breakpoint
CREATE INDEX "consents_account_index" ON "consents" USING btree ("account_id","purpose");--> statement-breakpoint
CREATE INDEX "consents_application_index" ON "consents" USING btree ("application_id");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_application_index" ON "mails" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "mails_address_index" ON "mails" USING btree ("address");--> statement-breakpoint
CREATE UNIQUE INDEX "affiliations_main_unique" ON "affiliations" USING btree ("member_id") WHERE "affiliations"."is_main";--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_siren_unique" ON "organisations" USING btree ("siren");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_uscc_unique" ON "organisations" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "organisations_name_keys_index" ON "organisations" USING gin ("name_keys");--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_purpose_check" CHECK ("account_links"."purpose" in ('reset-password', 'first-administrator', 'first-sign-in'));--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'revision', 'session', 'application', 'organisation', 'activity'));--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_role_check" CHECK ("affiliations"."role" in ('person', 'manager'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'revision', 'session', 'application', 'organisation', 'activity'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_verdict_check" CHECK ("decisions"."verdict" in ('published', 'changes-requested', 'refused', 'suspended', 'reinstated', 'info-requested', 'approved'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_country_check" CHECK ("organisations"."country" in ('fr', 'cn', 'hk', 'mo', 'other'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_visibility_check" CHECK ("organisations"."visibility" in ('public', 'members', 'team', 'self'));