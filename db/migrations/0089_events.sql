CREATE TABLE "event_hosts" (
	"event_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "event_hosts_event_id_organisation_id_pk" PRIMARY KEY("event_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "event_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"role" text NOT NULL,
	"member_id" uuid,
	"name" text,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "event_people_role_check" CHECK ("event_people"."role" in ('manager', 'speaker', 'invited')),
	CONSTRAINT "event_people_named_check" CHECK (("event_people"."member_id" is null) <> ("event_people"."name" is null)
        and ("event_people"."role" = 'speaker' or "event_people"."member_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_kind" text,
	"format" text,
	"audience" text DEFAULT 'members' NOT NULL,
	"zone" text DEFAULT 'lyon' NOT NULL,
	"starts" text,
	"ends" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"place" text,
	"venue" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"programme" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"progress" text DEFAULT 'announced' NOT NULL,
	"capacity" integer,
	"price" integer,
	"needs_approval" boolean DEFAULT false NOT NULL,
	"companions_most" integer DEFAULT 0 NOT NULL,
	"closes" text,
	"closes_at" timestamp with time zone,
	"online_url" text,
	CONSTRAINT "events_audience_check" CHECK ("events"."audience" in ('public', 'members', 'invited')),
	CONSTRAINT "events_zone_check" CHECK ("events"."zone" in ('lyon', 'beijing')),
	CONSTRAINT "events_progress_check" CHECK ("events"."progress" in ('announced', 'open', 'closed', 'cancelled')),
	CONSTRAINT "events_minutes_check" CHECK ("events"."starts" ~ '^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$' and "events"."ends" ~ '^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$' and "events"."closes" ~ '^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$'),
	CONSTRAINT "events_order_check" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_figures_check" CHECK ("events"."capacity" between 1 and 100000 and "events"."price" between 1 and 100000
        and "events"."companions_most" between 0 and 9)
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_kind_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "desk_items" DROP CONSTRAINT "desk_items_kind_check";--> statement-breakpoint
ALTER TABLE "desk_notes" DROP CONSTRAINT "desk_notes_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_hosts_organisation_index" ON "event_hosts" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_people_member_unique" ON "event_people" USING btree ("event_id","role","member_id");--> statement-breakpoint
CREATE INDEX "event_people_member_index" ON "event_people" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "events_starts_index" ON "events" USING btree ("starts_at");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "desk_items" ADD CONSTRAINT "desk_items_kind_check" CHECK ("desk_items"."kind" in ('account', 'claim', 'revision', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event'));--> statement-breakpoint
ALTER TABLE "desk_notes" ADD CONSTRAINT "desk_notes_subject_type_check" CHECK ("desk_notes"."subject_type" in ('account', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'ask', 'event', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));
--> statement-breakpoint
-- As before, and of an event: who is named to keep it, and whoever manages an organisation that holds it.
CREATE OR REPLACE FUNCTION entry_keepers(entry uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT keeper.account_id::text), '{}')
  FROM (
    SELECT a.member_id FROM public.cooperation_parties party
    JOIN public.affiliations a ON a.organisation_id = party.organisation_id AND a.role = 'manager'
    WHERE party.cooperation_id = entry
    UNION ALL
    SELECT a.member_id FROM public.event_hosts host
    JOIN public.affiliations a ON a.organisation_id = host.organisation_id AND a.role = 'manager'
    WHERE host.event_id = entry
    UNION ALL
    SELECT person.member_id FROM public.event_people person
    WHERE person.event_id = entry AND person.role = 'manager'
  ) keeping
  JOIN public.members keeper ON keeper.id = keeping.member_id
  JOIN public.accounts account ON account.id = keeper.account_id AND account.status = 'active'
$$;
--> statement-breakpoint
COMMENT ON FUNCTION entry_keepers IS 'reads what raises the public epoch';
--> statement-breakpoint
CREATE TRIGGER events_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON events FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch('entry');
--> statement-breakpoint
CREATE TRIGGER events_truncate_raises_epoch AFTER TRUNCATE ON events FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER event_hosts_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON event_hosts FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER event_hosts_truncate_raises_epoch AFTER TRUNCATE ON event_hosts FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER event_people_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON event_people FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER event_people_truncate_raises_epoch AFTER TRUNCATE ON event_people FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
