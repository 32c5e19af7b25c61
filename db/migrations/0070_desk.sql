CREATE TABLE "desk_items" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "desk_items_kind_check" CHECK ("desk_items"."kind" in ('account', 'claim', 'revision', 'project', 'experience', 'cooperation', 'heritage', 'page'))
);
--> statement-breakpoint
CREATE TABLE "desk_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"words" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "desk_notes_subject_type_check" CHECK ("desk_notes"."subject_type" in ('account', 'project', 'experience', 'cooperation', 'heritage', 'page'))
);
--> statement-breakpoint
ALTER TABLE "desk_items" ADD CONSTRAINT "desk_items_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_notes" ADD CONSTRAINT "desk_notes_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_items_taken_by_index" ON "desk_items" USING btree ("taken_by");--> statement-breakpoint
CREATE INDEX "desk_notes_subject_index" ON "desk_notes" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "desk_notes_author_index" ON "desk_notes" USING btree ("author_id");--> statement-breakpoint
DROP TRIGGER applications_state_move ON applications;
--> statement-breakpoint
CREATE TRIGGER applications_state_move BEFORE UPDATE ON applications FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state',
  'draft>submitted', 'draft>withdrawn',
  'submitted>under-review', 'submitted>withdrawn',
  'under-review>submitted', 'under-review>info-requested', 'under-review>approved', 'under-review>refused',
  'under-review>withdrawn',
  'info-requested>under-review', 'info-requested>withdrawn');
