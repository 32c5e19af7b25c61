ALTER TABLE "accounts" DROP COLUMN "is_demo";--> statement-breakpoint
ALTER TABLE "mail_preferences" DROP COLUMN "switched_off_at";