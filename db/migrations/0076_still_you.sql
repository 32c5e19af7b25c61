ALTER TABLE "members" ADD COLUMN "confirmed_on" date DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "members_confirmed_index" ON "members" USING btree ("confirmed_on");--> statement-breakpoint
-- Nobody is asked on the day of the update, and not everybody on one day a year later: each on the day of the year on
-- which they came. Nothing that is shown changes, so nothing is told.
ALTER TABLE members DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE members SET confirmed_on = (created_at + make_interval(years => extract(year from age(created_at))::int))::date;--> statement-breakpoint
ALTER TABLE members ENABLE TRIGGER USER;
