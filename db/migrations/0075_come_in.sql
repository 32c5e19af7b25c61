ALTER TABLE "account_links" DROP CONSTRAINT "account_links_purpose_check";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "invited_on" date;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reminded_on" date;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "is_vouched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_purpose_check" CHECK ("account_links"."purpose" in ('reset-password', 'first-administrator', 'first-sign-in', 'change-address', 'undo-address', 'come-in'));