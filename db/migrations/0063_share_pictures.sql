CREATE TABLE "share_pictures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"path" text NOT NULL,
	"locale" text NOT NULL,
	"version" text NOT NULL,
	"entry_id" uuid,
	"organisation_id" uuid,
	"content" "bytea" NOT NULL,
	"drawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_pictures_place_unique" UNIQUE("path","locale")
);
--> statement-breakpoint
ALTER TABLE "share_pictures" ADD CONSTRAINT "share_pictures_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_pictures" ADD CONSTRAINT "share_pictures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "share_pictures_entry_index" ON "share_pictures" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "share_pictures_organisation_index" ON "share_pictures" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "share_pictures_drawn_index" ON "share_pictures" USING btree ("drawn_at");