-- A ticked box was a purpose alone; it becomes the purpose with the version (the first) and language of its text.
UPDATE applications SET answers = jsonb_set(answers, '{consents}', (
  SELECT coalesce(jsonb_agg(CASE WHEN jsonb_typeof(box) = 'string'
    THEN jsonb_build_object('purpose', box, 'version', 1, 'locale', locale) ELSE box END), '[]')
  FROM jsonb_array_elements(answers -> 'consents') AS box))
WHERE jsonb_typeof(answers -> 'consents') = 'array';
--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_application_final_unique" ON "decisions" USING btree ("subject_id") WHERE "decisions"."subject_type" = 'application' and "decisions"."verdict" in ('approved', 'refused');--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_submitted_check" CHECK ("applications"."state" = 'withdrawn' or ("applications"."state" = 'draft') = ("applications"."submitted_at" is null));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_taken_check" CHECK ("applications"."state" = 'withdrawn' or ("applications"."state" in ('draft', 'submitted')) = ("applications"."taken_by" is null));--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_account_check" CHECK (("applications"."state" = 'approved') = ("applications"."account_id" is not null));
