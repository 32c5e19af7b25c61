ALTER TABLE "interests" ADD COLUMN "received_by" uuid;--> statement-breakpoint
UPDATE "interests" SET "received_by" = "projects"."owner_id" FROM "projects" WHERE "projects"."id" = "interests"."project_id";--> statement-breakpoint
ALTER TABLE "interests" ALTER COLUMN "received_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_received_by_members_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interests_received_index" ON "interests" USING btree ("received_by");
