CREATE TABLE "translation_wishes" (
	"entry_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "translation_wishes_entry_id_locale_pk" PRIMARY KEY("entry_id","locale"),
	CONSTRAINT "translation_wishes_locale_check" CHECK ("translation_wishes"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "translates" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "translation_wishes" ADD CONSTRAINT "translation_wishes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_wishes" ADD CONSTRAINT "translation_wishes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "translation_wishes_account_index" ON "translation_wishes" USING btree ("account_id");