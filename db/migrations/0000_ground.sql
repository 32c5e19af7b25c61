CREATE TABLE "account_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "account_links_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "account_links_purpose_check" CHECK ("account_links"."purpose" in ('reset-password', 'first-administrator'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"role" text DEFAULT 'member' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"display_name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"last_seen_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_role_check" CHECK ("accounts"."role" in ('member', 'moderator', 'administrator')),
	CONSTRAINT "accounts_status_check" CHECK ("accounts"."status" in ('pending', 'active', 'suspended', 'lapsed', 'left')),
	CONSTRAINT "accounts_locale_check" CHECK ("accounts"."locale" in ('fr', 'en', 'zh')),
	CONSTRAINT "accounts_theme_check" CHECK ("accounts"."theme" in ('system', 'light', 'dark'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"outcome" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_details" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"personal" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"actor_id" uuid,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'revision', 'session'))
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"message_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"is_main" boolean DEFAULT true NOT NULL,
	CONSTRAINT "affiliations_member_id_organisation_id_pk" PRIMARY KEY("member_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "member_contacts" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"phone" text,
	"wechat" text
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text NOT NULL,
	"name_order" text DEFAULT 'given-first' NOT NULL,
	"name_zh" text,
	"job_title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"bio" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"offers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"needs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"cities" text[] DEFAULT '{}' NOT NULL,
	"category" text DEFAULT 'active' NOT NULL,
	"club_function" text,
	"original_locale" text DEFAULT 'fr' NOT NULL,
	"stale" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"visibility" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"joined_on" date,
	"search_names" text DEFAULT '' NOT NULL,
	"search_members" text DEFAULT '' NOT NULL,
	"search_team" text DEFAULT '' NOT NULL,
	"sort_latin" text DEFAULT '' NOT NULL,
	"sort_pinyin" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "members_slug_unique" UNIQUE("slug"),
	CONSTRAINT "members_name_order_check" CHECK ("members"."name_order" in ('given-first', 'family-first'))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason_code" text,
	"words" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'revision', 'session')),
	CONSTRAINT "decisions_verdict_check" CHECK ("decisions"."verdict" in ('published', 'changes-requested', 'refused', 'suspended', 'reinstated'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"kind" text NOT NULL,
	"size" text,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"place" text,
	"founded" integer,
	"website" text,
	"siren" text,
	"vat" text,
	"parent_uscc" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "project_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"stale" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"base_version" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "project_revisions_state_check" CHECK ("project_revisions"."state" in ('draft', 'submitted', 'changes-requested', 'published', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"moderation" text DEFAULT 'draft' NOT NULL,
	"progress" text DEFAULT 'idea' NOT NULL,
	"accepting_interests" boolean DEFAULT true NOT NULL,
	"original_locale" text NOT NULL,
	"profile_type" text,
	"kind" text,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"teaser" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"offered" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sought" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"advantages" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"partner_task" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stale" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"partner_role" text,
	"partner_kinds" text[] DEFAULT '{}' NOT NULL,
	"partnership_types" text[] DEFAULT '{}' NOT NULL,
	"development_stage" text,
	"ip_statuses" text[] DEFAULT '{}' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"cities" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"budget_band" text,
	"starts_on" date,
	"deadline" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	CONSTRAINT "projects_slug_unique" UNIQUE("slug"),
	CONSTRAINT "projects_moderation_check" CHECK ("projects"."moderation" in ('draft', 'submitted', 'changes-requested', 'published', 'refused', 'withdrawn', 'archived')),
	CONSTRAINT "projects_progress_check" CHECK ("projects"."progress" in ('idea', 'scoping', 'seeking-partners', 'paused', 'negotiating', 'in-progress', 'completed', 'on-hold', 'dropped')),
	CONSTRAINT "projects_profile_type_check" CHECK ("projects"."profile_type" in ('business-offer', 'business-request', 'technology-offer', 'technology-request', 'rd-request'))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp
);
--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_contacts" ADD CONSTRAINT "member_contacts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_revisions" ADD CONSTRAINT "project_revisions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_links_account_index" ON "account_links" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "accounts_role_index" ON "accounts" USING btree ("role") WHERE "accounts"."role" <> 'member';--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_index" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_account_index" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_browser_index" ON "sign_in_codes" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "audit_events_created_index" ON "audit_events" USING btree ("created_at" desc);--> statement-breakpoint
CREATE INDEX "audit_events_subject_index" ON "audit_events" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "audit_events_actor_index" ON "audit_events" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "mails_account_index" ON "mails" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "affiliations_organisation_index" ON "affiliations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "members_sectors_index" ON "members" USING gin ("sectors");--> statement-breakpoint
CREATE INDEX "members_cities_index" ON "members" USING gin ("cities");--> statement-breakpoint
CREATE INDEX "decisions_subject_index" ON "decisions" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "project_revisions_open_unique" ON "project_revisions" USING btree ("project_id") WHERE "project_revisions"."state" in ('draft', 'submitted', 'changes-requested');--> statement-breakpoint
CREATE INDEX "projects_owner_index" ON "projects" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "projects_published_index" ON "projects" USING btree ("published_at") WHERE "projects"."moderation" = 'published';--> statement-breakpoint
CREATE INDEX "projects_submitted_index" ON "projects" USING btree ("submitted_at") WHERE "projects"."moderation" = 'submitted';