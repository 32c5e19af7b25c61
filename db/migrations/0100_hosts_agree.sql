ALTER TABLE "event_hosts" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_hosts_asked_by_index" ON "event_hosts" USING btree ("asked_by") WHERE "event_hosts"."asked_by" is not null;--> statement-breakpoint
-- Those named so far kept their event and were shown: they count as having agreed.
UPDATE "event_hosts" SET "agreed_at" = now();--> statement-breakpoint
-- As before, but whoever manages an organisation that holds an event keeps it only once the organisation has agreed.
CREATE OR REPLACE FUNCTION entry_keepers(entry uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT keeper.account_id::text), '{}')
  FROM (
    SELECT a.member_id FROM public.cooperation_parties party
    JOIN public.affiliations a ON a.organisation_id = party.organisation_id AND a.role = 'manager'
    WHERE party.cooperation_id = entry
    UNION ALL
    SELECT a.member_id FROM public.event_hosts host
    JOIN public.affiliations a ON a.organisation_id = host.organisation_id AND a.role = 'manager'
    WHERE host.event_id = entry AND host.agreed_at IS NOT NULL
    UNION ALL
    SELECT person.member_id FROM public.event_people person
    WHERE person.event_id = entry AND person.role = 'manager'
  ) keeping
  JOIN public.members keeper ON keeper.id = keeping.member_id
  JOIN public.accounts account ON account.id = keeper.account_id AND account.status = 'active'
$$;--> statement-breakpoint
COMMENT ON FUNCTION entry_keepers IS 'reads what raises the public epoch';
