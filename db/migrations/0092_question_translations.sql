CREATE TABLE "question_translations" (
	"question_id" uuid NOT NULL,
	"part" text NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_translations_question_id_part_locale_pk" PRIMARY KEY("question_id","part","locale"),
	CONSTRAINT "question_translations_part_check" CHECK ("question_translations"."part" in ('question', 'answer')),
	CONSTRAINT "question_translations_locale_check" CHECK ("question_translations"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "question_translations" ADD CONSTRAINT "question_translations_question_id_entry_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."entry_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_translations" ADD CONSTRAINT "question_translations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_translations_member_index" ON "question_translations" USING btree ("member_id") WHERE "question_translations"."member_id" is not null;--> statement-breakpoint
-- Whatever changes a question, its answer, or takes either off, takes along what was translated of it.
CREATE FUNCTION drop_question_translations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.question_translations
  WHERE question_id = NEW.id AND (
    NEW.removed_at IS NOT NULL
    OR part = 'question' AND (NEW.words, NEW.locale) IS DISTINCT FROM (OLD.words, OLD.locale)
    OR part = 'answer' AND (NEW.answer, NEW.answer_locale) IS DISTINCT FROM (OLD.answer, OLD.answer_locale));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER drop_question_translations AFTER UPDATE OF words, locale, answer, answer_locale, removed_at
  ON entry_questions FOR EACH ROW EXECUTE FUNCTION drop_question_translations();
