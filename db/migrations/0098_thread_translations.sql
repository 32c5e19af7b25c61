CREATE TABLE "interest_translations" (
	"interest_id" uuid NOT NULL,
	"piece" text NOT NULL,
	"locale" text NOT NULL,
	"words" text,
	"made_by" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failed_at" timestamp with time zone,
	CONSTRAINT "interest_translations_interest_id_piece_locale_pk" PRIMARY KEY("interest_id","piece","locale"),
	CONSTRAINT "interest_translations_locale_check" CHECK ("interest_translations"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
CREATE TABLE "introduction_translations" (
	"introduction_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"words" text,
	"made_by" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failed_at" timestamp with time zone,
	CONSTRAINT "introduction_translations_introduction_id_reader_id_locale_pk" PRIMARY KEY("introduction_id","reader_id","locale"),
	CONSTRAINT "introduction_translations_locale_check" CHECK ("introduction_translations"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "sender_machine_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "receiver_machine_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "introductions" ADD COLUMN "machine_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interest_translations" ADD CONSTRAINT "interest_translations_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_translations" ADD CONSTRAINT "introduction_translations_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_translations" ADD CONSTRAINT "introduction_translations_reader_id_members_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "introduction_translations_reader_index" ON "introduction_translations" USING btree ("reader_id");
--> statement-breakpoint
-- Goes as soon as one of the two takes their yes back.
CREATE FUNCTION drop_interest_translations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.interest_translations WHERE interest_id = OLD.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER interests_translations AFTER UPDATE ON interests FOR EACH ROW
WHEN (OLD.sender_machine_at IS NOT NULL AND NEW.sender_machine_at IS NULL
  OR OLD.receiver_machine_at IS NOT NULL AND NEW.receiver_machine_at IS NULL)
EXECUTE FUNCTION drop_interest_translations();--> statement-breakpoint
CREATE FUNCTION drop_introduction_translations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.introduction_translations WHERE introduction_id = OLD.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER introductions_translations AFTER UPDATE ON introductions FOR EACH ROW
WHEN (OLD.machine_at IS NOT NULL AND NEW.machine_at IS NULL) EXECUTE FUNCTION drop_introduction_translations();--> statement-breakpoint
-- Whether a machine may translate it is the asker's to say at any time; of the rest, as before, it is only taken back.
CREATE OR REPLACE FUNCTION refuse_other_introduction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF NEW.ends_on > OLD.ends_on OR to_jsonb(NEW) - '{ends_on,machine_at}'::text[] <> to_jsonb(OLD) - '{ends_on,machine_at}'::text[]
    OR NEW.ends_on <> OLD.ends_on AND EXISTS (SELECT FROM introduction_answers
      WHERE introduction_id = NEW.id AND answer = 'accepted') THEN
    RAISE EXCEPTION 'an introduction is only taken back'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introductions_unchanged';
  END IF;
  RETURN NEW;
END $$;
