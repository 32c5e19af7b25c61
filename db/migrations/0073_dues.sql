CREATE TABLE "dues_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"account_id" uuid NOT NULL,
	"call_id" uuid,
	"cancels_id" uuid,
	"year" integer NOT NULL,
	"amount_cents" integer NOT NULL,
	"locale" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"paid_on" date,
	"way" text,
	"reference" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"issued_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dues_documents_number_unique" UNIQUE("kind","number"),
	CONSTRAINT "dues_documents_kind_check" CHECK ("dues_documents"."kind" in ('call', 'receipt', 'cancellation')),
	CONSTRAINT "dues_documents_way_check" CHECK ("dues_documents"."way" in ('transfer', 'cheque', 'cash', 'wechat', 'alipay')),
	CONSTRAINT "dues_documents_locale_check" CHECK ("dues_documents"."locale" in ('fr', 'en', 'zh')),
	CONSTRAINT "dues_documents_amount_check" CHECK ("dues_documents"."amount_cents" between 1 and 10000000),
	CONSTRAINT "dues_documents_call_check" CHECK (("dues_documents"."kind" = 'call') = ("dues_documents"."call_id" is null)),
	CONSTRAINT "dues_documents_receipt_check" CHECK (("dues_documents"."kind" = 'receipt') = ("dues_documents"."paid_on" is not null and "dues_documents"."way" is not null)),
	CONSTRAINT "dues_documents_cancels_check" CHECK (("dues_documents"."kind" = 'cancellation') = ("dues_documents"."cancels_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "dues_fees" (
	"category" text NOT NULL,
	"year" integer NOT NULL,
	"amount_cents" integer NOT NULL,
	CONSTRAINT "dues_fees_category_year_pk" PRIMARY KEY("category","year"),
	CONSTRAINT "dues_fees_amount_check" CHECK ("dues_fees"."amount_cents" between 1 and 10000000)
);
--> statement-breakpoint
CREATE TABLE "dues_numbers" (
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "dues_numbers_kind_year_pk" PRIMARY KEY("kind","year")
);
--> statement-breakpoint
CREATE TABLE "dues_years" (
	"account_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"call_id" uuid NOT NULL,
	"receipt_id" uuid,
	CONSTRAINT "dues_years_account_id_year_pk" PRIMARY KEY("account_id","year")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "paid_until" date;--> statement-breakpoint
ALTER TABLE "dues_documents" ADD CONSTRAINT "dues_documents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues_documents" ADD CONSTRAINT "dues_documents_call_id_dues_documents_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."dues_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues_documents" ADD CONSTRAINT "dues_documents_cancels_id_dues_documents_id_fk" FOREIGN KEY ("cancels_id") REFERENCES "public"."dues_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues_documents" ADD CONSTRAINT "dues_documents_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues_years" ADD CONSTRAINT "dues_years_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues_years" ADD CONSTRAINT "dues_years_call_id_dues_documents_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."dues_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues_years" ADD CONSTRAINT "dues_years_receipt_id_dues_documents_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."dues_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dues_documents_cancels_unique" ON "dues_documents" USING btree ("cancels_id");--> statement-breakpoint
CREATE INDEX "dues_documents_account_index" ON "dues_documents" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "dues_documents_call_index" ON "dues_documents" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "dues_documents_year_index" ON "dues_documents" USING btree ("year","created_at");--> statement-breakpoint
CREATE INDEX "dues_documents_issued_by_index" ON "dues_documents" USING btree ("issued_by");--> statement-breakpoint
CREATE INDEX "dues_years_call_index" ON "dues_years" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "dues_years_receipt_index" ON "dues_years" USING btree ("receipt_id");--> statement-breakpoint
-- Whom a call covers is kept before the call is written, so that of two who call at once each person is called once.
ALTER TABLE "dues_years" ALTER CONSTRAINT "dues_years_call_id_dues_documents_id_fk" DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
CREATE TRIGGER dues_documents_at_present BEFORE INSERT ON dues_documents FOR EACH ROW
EXECUTE FUNCTION write_at_present('created_at');
--> statement-breakpoint
-- The number of a document, whatever is asked for: the row of its series is held until the commit, so that none is missing and none double.
CREATE FUNCTION number_dues_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  issued integer := extract(year FROM NEW.created_at AT TIME ZONE 'Europe/Paris');
  next integer;
BEGIN
  INSERT INTO public.dues_numbers AS known (kind, year, last) VALUES (NEW.kind, issued, 1)
  ON CONFLICT (kind, year) DO UPDATE SET last = known.last + 1
  RETURNING last INTO next;
  NEW.number := issued || '-' || lpad(next::text, greatest(4, length(next::text)), '0');
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION number_dues_document() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER dues_documents_number BEFORE INSERT ON dues_documents FOR EACH ROW
EXECUTE FUNCTION number_dues_document();
--> statement-breakpoint
-- Frozen for the owner of the tables too: only what has been kept long enough goes.
CREATE FUNCTION refuse_dues_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a document about dues is cancelled by another, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER dues_documents_frozen BEFORE UPDATE ON dues_documents FOR EACH ROW
EXECUTE FUNCTION refuse_dues_change();
