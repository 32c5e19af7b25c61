CREATE INDEX "activities_changed_index" ON "activities" USING btree (greatest("created_at", "updated_at"));--> statement-breakpoint
CREATE INDEX "entries_changed_index" ON "entries" USING btree (greatest("published_at", "updated_at"));--> statement-breakpoint
CREATE INDEX "members_created_index" ON "members" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "organisations_changed_index" ON "organisations" USING btree (greatest("created_at", "updated_at"));