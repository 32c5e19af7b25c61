CREATE TABLE "cooperation_parties" (
	"cooperation_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"side" text NOT NULL,
	"is_to_act" boolean DEFAULT false NOT NULL,
	CONSTRAINT "cooperation_parties_cooperation_id_organisation_id_pk" PRIMARY KEY("cooperation_id","organisation_id"),
	CONSTRAINT "cooperation_parties_side_check" CHECK ("cooperation_parties"."side" in ('lyon', 'china'))
);
--> statement-breakpoint
CREATE TABLE "cooperations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_kind" text,
	"signed" text,
	"renewed" text,
	"ends" text,
	"subject" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"outcome" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"founding_only" boolean DEFAULT false NOT NULL,
	"act_on" date,
	"act_words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"from_seed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "cooperations_dates_check" CHECK ("cooperations"."signed" ~ '^\d{4}(-\d{2}(-\d{2})?)?$' and "cooperations"."renewed" ~ '^\d{4}(-\d{2}(-\d{2})?)?$' and "cooperations"."ends" ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entries_kind_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "take_downs" DROP CONSTRAINT "take_downs_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "handed_in_by" uuid;--> statement-breakpoint
ALTER TABLE "cooperation_parties" ADD CONSTRAINT "cooperation_parties_cooperation_id_cooperations_id_fk" FOREIGN KEY ("cooperation_id") REFERENCES "public"."cooperations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperation_parties" ADD CONSTRAINT "cooperation_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperations" ADD CONSTRAINT "cooperations_id_entries_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cooperation_parties_organisation_index" ON "cooperation_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "cooperations_act_index" ON "cooperations" USING btree ("act_on") WHERE "cooperations"."act_on" is not null;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_handed_in_by_members_id_fk" FOREIGN KEY ("handed_in_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_handed_in_by_index" ON "entries" USING btree ("handed_in_by") WHERE "entries"."handed_in_by" is not null;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_kind_check" CHECK ("entries"."kind" in ('project', 'experience', 'cooperation'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "take_downs" ADD CONSTRAINT "take_downs_subject_type_check" CHECK ("take_downs"."subject_type" in ('project', 'experience', 'cooperation', 'activity', 'organisation', 'member', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
-- The accounts that keep what is the club's beside its administrators: whoever, active, manages a party to an agreement. Another
-- kind without owner that somebody else keeps is asked for here too.
CREATE FUNCTION entry_keepers(entry uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT manager.account_id::text), '{}')
  FROM public.cooperation_parties party
  JOIN public.affiliations a ON a.organisation_id = party.organisation_id AND a.role = 'manager'
  JOIN public.members manager ON manager.id = a.member_id
  JOIN public.accounts account ON account.id = manager.account_id AND account.status = 'active'
  WHERE party.cooperation_id = entry
$$;
--> statement-breakpoint
-- As before; a table of entries says so (`entry`): nobody reads it while its entry is not online.
CREATE OR REPLACE FUNCTION raise_public_epoch() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('club.public_epoch', true) = 'raised' THEN
    RETURN NULL;
  END IF;
  IF TG_LEVEL = 'ROW' AND (TG_TABLE_NAME IN ('projects', 'experiences') OR TG_NARGS > 0) THEN
    IF NOT EXISTS (
      SELECT FROM public.entries WHERE id = coalesce(NEW.id, OLD.id) AND moderation = 'published'
    ) THEN
      RETURN NULL;
    END IF;
  END IF;
  UPDATE public.public_epoch SET epoch = epoch + 1 WHERE slot = (
    SELECT slot FROM public.public_epoch LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  );
  IF NOT FOUND THEN
    INSERT INTO public.public_epoch DEFAULT VALUES;
  END IF;
  PERFORM set_config('club.public_epoch', 'raised', true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER cooperations_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON cooperations FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch('entry');
--> statement-breakpoint
CREATE TRIGGER cooperations_truncate_raises_epoch AFTER TRUNCATE ON cooperations FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER cooperation_parties_raises_epoch AFTER INSERT OR UPDATE OR DELETE ON cooperation_parties FOR EACH ROW
EXECUTE FUNCTION raise_public_epoch();
--> statement-breakpoint
CREATE TRIGGER cooperation_parties_truncate_raises_epoch AFTER TRUNCATE ON cooperation_parties FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
