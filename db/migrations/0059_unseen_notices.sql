-- Mails have told of these: the bell begins with what happens from now on. The index is made after, of nothing.
UPDATE notices SET seen_at = created_at WHERE seen_at IS NULL;
--> statement-breakpoint
CREATE INDEX "notices_unseen_index" ON "notices" USING btree ("account_id") WHERE "notices"."seen_at" is null;
