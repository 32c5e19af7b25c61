CREATE TABLE "mailing_recipients" (
	"mailing_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"mail_id" uuid,
	"code" text,
	"at" timestamp with time zone,
	"dismissed_at" timestamp with time zone,
	CONSTRAINT "mailing_recipients_mailing_id_account_id_pk" PRIMARY KEY("mailing_id","account_id"),
	CONSTRAINT "mailing_recipients_state_check" CHECK ("mailing_recipients"."state" in ('waiting', 'sent', 'refused', 'bounced', 'left-out', 'shown'))
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"cities" text[] DEFAULT '{}' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"locales" text[] DEFAULT '{}' NOT NULL,
	"shown_until" date,
	"state" text DEFAULT 'draft' NOT NULL,
	"made_by" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailings_kind_check" CHECK ("mailings"."kind" in ('notice', 'newsletter', 'announcement')),
	CONSTRAINT "mailings_state_check" CHECK ("mailings"."state" in ('draft', 'sending', 'stopped', 'sent')),
	CONSTRAINT "mailings_started_check" CHECK (("mailings"."state" = 'draft') = ("mailings"."started_at" is null))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "resting_address" text;--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_started_by_accounts_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailing_recipients_account_index" ON "mailing_recipients" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mailing_recipients_mail_unique" ON "mailing_recipients" USING btree ("mail_id") WHERE "mailing_recipients"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "mailings_created_index" ON "mailings" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mailings_shown_index" ON "mailings" USING btree ("shown_until") WHERE "mailings"."shown_until" is not null;--> statement-breakpoint
CREATE INDEX "mailings_made_by_index" ON "mailings" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "mailings_started_by_index" ON "mailings" USING btree ("started_by");--> statement-breakpoint
CREATE TRIGGER mailings_state_move BEFORE UPDATE ON mailings FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state',
  'draft>sending', 'draft>sent', 'sending>stopped', 'sending>sent', 'stopped>sending');
--> statement-breakpoint
-- What was written to members stays as it was sent: only how far it is, and until when it is shown, may change.
CREATE FUNCTION keep_started_mailing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'a mailing that was started stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'mailings_started_kept';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.state <> 'draft' AND (NEW.kind, NEW.subject, NEW.body, NEW.categories, NEW.cities, NEW.sectors, NEW.locales)
     IS DISTINCT FROM (OLD.kind, OLD.subject, OLD.body, OLD.categories, OLD.cities, OLD.sectors, OLD.locales) THEN
    RAISE EXCEPTION 'a mailing that was started stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mailings_started_kept';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER mailings_started_kept BEFORE UPDATE OR DELETE ON mailings FOR EACH ROW
EXECUTE FUNCTION keep_started_mailing();
