CREATE TABLE "introduction_answers" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "introduction_answers_answer_check" CHECK ("introduction_answers"."answer" in ('accepted', 'not-now'))
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked" uuid NOT NULL,
	"words" text NOT NULL,
	"locale" text NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "introductions_locale_check" CHECK ("introductions"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_subject_type_check";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_subject_type_check";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_subject_type_check";--> statement-breakpoint
ALTER TABLE "introduction_answers" ADD CONSTRAINT "introduction_answers_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_asked_members_id_fk" FOREIGN KEY ("asked") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "introductions_pair_index" ON "introductions" USING btree ("asked_by","asked");--> statement-breakpoint
CREATE INDEX "introductions_asked_index" ON "introductions" USING btree ("asked","ends_on");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_subject_type_check" CHECK ("audit_events"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_subject_type_check" CHECK ("decisions"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_subject_type_check" CHECK ("notices"."subject_type" in ('account', 'member', 'project', 'experience', 'cooperation', 'heritage', 'page', 'revision', 'session', 'application', 'organisation', 'activity', 'interest', 'introduction', 'room', 'question', 'update', 'message', 'opinion'));--> statement-breakpoint
CREATE TRIGGER introduction_answers_at_present BEFORE INSERT ON introduction_answers FOR EACH ROW
EXECUTE FUNCTION write_at_present('answered_at');
--> statement-breakpoint
-- One is answered as long as it waits, and only taken back: what was asked, of whom and in which words stays.
CREATE FUNCTION refuse_late_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM introductions WHERE id = NEW.introduction_id
      AND ends_on > (now() AT TIME ZONE 'Europe/Paris')::date) THEN
    RAISE EXCEPTION 'an introduction is answered while it waits'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introduction_answers_in_time';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introduction_answers_in_time BEFORE INSERT ON introduction_answers FOR EACH ROW
EXECUTE FUNCTION refuse_late_answer();
--> statement-breakpoint
CREATE FUNCTION refuse_other_introduction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF NEW.ends_on > OLD.ends_on OR to_jsonb(NEW) - 'ends_on' <> to_jsonb(OLD) - 'ends_on'
    OR EXISTS (SELECT FROM introduction_answers WHERE introduction_id = NEW.id AND answer = 'accepted') THEN
    RAISE EXCEPTION 'an introduction is only taken back'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introductions_unchanged';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introductions_unchanged BEFORE UPDATE ON introductions FOR EACH ROW
EXECUTE FUNCTION refuse_other_introduction();
