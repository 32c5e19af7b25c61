ALTER TABLE "account_links" DROP CONSTRAINT "account_links_purpose_check";--> statement-breakpoint
ALTER TABLE "account_links" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "erasure_due_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "account_links_email_index" ON "account_links" USING btree ("email") WHERE "account_links"."email" is not null;--> statement-breakpoint
CREATE INDEX "accounts_erasure_due_index" ON "accounts" USING btree ("erasure_due_at") WHERE "accounts"."erasure_due_at" is not null;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_purpose_check" CHECK ("account_links"."purpose" in ('reset-password', 'first-administrator', 'first-sign-in', 'change-address', 'undo-address'));