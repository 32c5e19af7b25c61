CREATE TABLE "member_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"invited_by" uuid NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text NOT NULL,
	"name_zh" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "member_invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "member_invitations_locale_check" CHECK ("member_invitations"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_invited_by_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitations_open_unique" ON "member_invitations" USING btree ("invited_by","email") WHERE "member_invitations"."revoked_at" is null and "member_invitations"."used_at" is null;--> statement-breakpoint
CREATE INDEX "member_invitations_invited_by_index" ON "member_invitations" USING btree ("invited_by","created_at");--> statement-breakpoint
CREATE INDEX "member_invitations_email_index" ON "member_invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "member_invitations_expires_index" ON "member_invitations" USING btree ("expires_at");