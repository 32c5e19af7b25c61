CREATE TABLE "bookmarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"entry_id" uuid,
	"organisation_id" uuid,
	"activity_id" uuid,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookmarks_unique" UNIQUE NULLS NOT DISTINCT("account_id","entry_id","organisation_id","activity_id","member_id"),
	CONSTRAINT "bookmarks_thing_check" CHECK (num_nonnulls("bookmarks"."entry_id", "bookmarks"."organisation_id", "bookmarks"."activity_id", "bookmarks"."member_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookmarks_entry_index" ON "bookmarks" USING btree ("entry_id") WHERE "bookmarks"."entry_id" is not null;--> statement-breakpoint
CREATE INDEX "bookmarks_organisation_index" ON "bookmarks" USING btree ("organisation_id") WHERE "bookmarks"."organisation_id" is not null;--> statement-breakpoint
CREATE INDEX "bookmarks_activity_index" ON "bookmarks" USING btree ("activity_id") WHERE "bookmarks"."activity_id" is not null;--> statement-breakpoint
CREATE INDEX "bookmarks_member_index" ON "bookmarks" USING btree ("member_id") WHERE "bookmarks"."member_id" is not null;