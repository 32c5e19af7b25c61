CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"made_by" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sheet" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"locale" text NOT NULL,
	"date_order" text,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'ready' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"error" text,
	"brought" jsonb DEFAULT '{"organisations":[],"people":[],"joined":[]}'::jsonb NOT NULL,
	"kept" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_state_check" CHECK ("imports"."state" in ('ready', 'running', 'done', 'failed', 'undoing', 'undone')),
	CONSTRAINT "imports_locale_check" CHECK ("imports"."locale" in ('fr', 'en', 'zh')),
	CONSTRAINT "imports_date_order_check" CHECK ("imports"."date_order" in ('day-first', 'month-first'))
);
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_accounts_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_created_index" ON "imports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "imports_made_by_index" ON "imports" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "imports_started_by_index" ON "imports" USING btree ("started_by");