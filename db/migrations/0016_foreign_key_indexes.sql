CREATE INDEX "idempotency_keys_account_index" ON "idempotency_keys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_account_index" ON "sign_in_codes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "affiliation_requests_organisation_index" ON "affiliation_requests" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "affiliation_requests_decided_by_index" ON "affiliation_requests" USING btree ("decided_by") WHERE "affiliation_requests"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX "organisation_invitations_organisation_index" ON "organisation_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_invitations_invited_by_index" ON "organisation_invitations" USING btree ("invited_by") WHERE "organisation_invitations"."invited_by" is not null;--> statement-breakpoint
CREATE INDEX "organisation_invitations_member_index" ON "organisation_invitations" USING btree ("member_id") WHERE "organisation_invitations"."member_id" is not null;--> statement-breakpoint
CREATE INDEX "application_messages_author_index" ON "application_messages" USING btree ("author_id") WHERE "application_messages"."author_id" is not null;--> statement-breakpoint
CREATE INDEX "applications_account_index" ON "applications" USING btree ("account_id") WHERE "applications"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "applications_organisation_index" ON "applications" USING btree ("organisation_id") WHERE "applications"."organisation_id" is not null;--> statement-breakpoint
CREATE INDEX "applications_taken_by_index" ON "applications" USING btree ("taken_by") WHERE "applications"."taken_by" is not null;--> statement-breakpoint
CREATE INDEX "interest_moves_moved_by_index" ON "interest_moves" USING btree ("moved_by") WHERE "interest_moves"."moved_by" is not null;--> statement-breakpoint
CREATE INDEX "interests_organisation_index" ON "interests" USING btree ("organisation_id") WHERE "interests"."organisation_id" is not null;--> statement-breakpoint
CREATE INDEX "match_dismissals_project_index" ON "match_dismissals" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "match_dismissals_candidate_index" ON "match_dismissals" USING btree ("candidate_id") WHERE "match_dismissals"."candidate_id" is not null;--> statement-breakpoint
CREATE INDEX "decisions_decided_by_index" ON "decisions" USING btree ("decided_by") WHERE "decisions"."decided_by" is not null;--> statement-breakpoint
CREATE INDEX "project_outcomes_recorded_by_index" ON "project_outcomes" USING btree ("recorded_by") WHERE "project_outcomes"."recorded_by" is not null;--> statement-breakpoint
CREATE INDEX "project_versions_author_index" ON "project_versions" USING btree ("author_id") WHERE "project_versions"."author_id" is not null;--> statement-breakpoint
CREATE INDEX "project_revisions_project_index" ON "project_revisions" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "room_invitations_room_index" ON "room_invitations" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "room_invitations_invited_by_index" ON "room_invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "room_people_room_index" ON "room_people" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "room_people_removed_by_index" ON "room_people" USING btree ("removed_by") WHERE "room_people"."removed_by" is not null;--> statement-breakpoint
CREATE INDEX "translation_offers_project_index" ON "translation_offers" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "translation_offers_decided_by_index" ON "translation_offers" USING btree ("decided_by") WHERE "translation_offers"."decided_by" is not null;