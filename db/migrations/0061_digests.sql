CREATE TABLE "digests" (
	"account_id" uuid NOT NULL,
	"slot" date NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "digests_account_id_slot_pk" PRIMARY KEY("account_id","slot")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "digest_rhythm" text DEFAULT 'weekly' NOT NULL;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_digest_rhythm_check" CHECK ("accounts"."digest_rhythm" in ('weekly', 'daily'));--> statement-breakpoint
-- Mails have told of what there was before: the first digest begins here.
INSERT INTO digests (account_id, slot, since, until) SELECT id, current_date - 1, now(), now() FROM accounts;
