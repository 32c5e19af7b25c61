ALTER TABLE "members" ADD COLUMN "portrait_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "portrait_medium_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "portrait_small_id" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_portrait_id_files_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_portrait_medium_id_files_id_fk" FOREIGN KEY ("portrait_medium_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_portrait_small_id_files_id_fk" FOREIGN KEY ("portrait_small_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "members_portrait_unique" ON "members" USING btree ("portrait_id") WHERE "members"."portrait_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_portrait_medium_unique" ON "members" USING btree ("portrait_medium_id") WHERE "members"."portrait_medium_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_portrait_small_unique" ON "members" USING btree ("portrait_small_id") WHERE "members"."portrait_small_id" is not null;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_portrait_check" CHECK (num_nulls("members"."portrait_id", "members"."portrait_medium_id", "members"."portrait_small_id") in (0, 3));
--> statement-breakpoint
CREATE TRIGGER members_drop_portrait AFTER DELETE OR UPDATE OF portrait_id ON members FOR EACH ROW EXECUTE FUNCTION drop_file('portrait_id');--> statement-breakpoint
CREATE TRIGGER members_drop_portrait_medium AFTER DELETE OR UPDATE OF portrait_medium_id ON members FOR EACH ROW EXECUTE FUNCTION drop_file('portrait_medium_id');--> statement-breakpoint
CREATE TRIGGER members_drop_portrait_small AFTER DELETE OR UPDATE OF portrait_small_id ON members FOR EACH ROW EXECUTE FUNCTION drop_file('portrait_small_id');
