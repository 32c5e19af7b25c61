CREATE TABLE "introduction_passings" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"go_between" uuid,
	"answer" text,
	"note" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "introduction_passings_answer_check" CHECK ("introduction_passings"."answer" in ('passed-on', 'not-passed'))
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "may_introduce" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "introduction_passings" ADD CONSTRAINT "introduction_passings_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_passings" ADD CONSTRAINT "introduction_passings_go_between_members_id_fk" FOREIGN KEY ("go_between") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "introduction_passings_go_between_index" ON "introduction_passings" USING btree ("go_between");
--> statement-breakpoint
-- Whoever is asked answers what was passed on, if it goes through somebody; who has blocked its asker answers by that alone.
CREATE OR REPLACE FUNCTION refuse_late_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM introductions WHERE id = NEW.introduction_id
      AND ends_on > (now() AT TIME ZONE 'Europe/Paris')::date)
    OR NEW.answer <> 'blocked' AND EXISTS (SELECT FROM introduction_passings
      WHERE introduction_id = NEW.introduction_id AND answer IS DISTINCT FROM 'passed-on') THEN
    RAISE EXCEPTION 'an introduction is answered while it waits'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_answers_in_time';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_other_passing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF OLD.answer IS NOT NULL OR NEW.introduction_id <> OLD.introduction_id
    OR NEW.go_between IS DISTINCT FROM OLD.go_between THEN
    RAISE EXCEPTION 'an introduction is passed on once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_passings_once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introduction_passings_once BEFORE UPDATE ON introduction_passings FOR EACH ROW
EXECUTE FUNCTION refuse_other_passing();
