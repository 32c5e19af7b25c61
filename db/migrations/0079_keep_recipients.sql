ALTER TABLE "mailing_recipients" DROP CONSTRAINT "mailing_recipients_mailing_id_mailings_id_fk";
--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE no action ON UPDATE no action;