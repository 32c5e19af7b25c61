ALTER TABLE "rooms" ADD COLUMN "offered_to" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "offered_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_offered_to_members_id_fk" FOREIGN KEY ("offered_to") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rooms_offered_index" ON "rooms" USING btree ("offered_to");--> statement-breakpoint
-- A line of the trail never changes; only the address of an organisation that is erased with its one person leaves it.
CREATE FUNCTION refuse_trail_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.data = OLD.data - 'organisation'
     AND to_jsonb(NEW) - 'data' = to_jsonb(OLD) - 'data' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DROP TRIGGER audit_events_append_only ON audit_events;
--> statement-breakpoint
CREATE TRIGGER audit_events_unchanged BEFORE UPDATE OR DELETE ON audit_events
FOR EACH ROW EXECUTE FUNCTION refuse_trail_change();
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE TRUNCATE ON audit_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A document that was taken away has no title any more: nobody could tell afterwards whose words it was.
UPDATE room_documents SET title = '' WHERE removed_at IS NOT NULL;
