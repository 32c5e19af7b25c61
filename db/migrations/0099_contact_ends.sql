ALTER TABLE "interests" ADD COLUMN "contact_ended_on" date;--> statement-breakpoint
ALTER TABLE "introductions" ADD COLUMN "contact_ended_on" date;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_contact_check" CHECK ("interests"."contact_ended_on" is null or "interests"."state" in ('accepted', 'in-talks', 'agreement', 'no-agreement'));--> statement-breakpoint
-- A contact is ended once, and only where a yes had made it.
CREATE OR REPLACE FUNCTION refuse_other_introduction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_met boolean := EXISTS (SELECT FROM introduction_answers WHERE introduction_id = NEW.id AND answer = 'accepted');
  own constant text[] := '{ends_on,machine_at,contact_ended_on}';
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF NEW.ends_on > OLD.ends_on OR to_jsonb(NEW) - own <> to_jsonb(OLD) - own
    OR NEW.ends_on <> OLD.ends_on AND is_met
    OR NEW.contact_ended_on IS DISTINCT FROM OLD.contact_ended_on AND (OLD.contact_ended_on IS NOT NULL OR NOT is_met) THEN
    RAISE EXCEPTION 'an introduction is only taken back, and its contact ended once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'introductions_unchanged';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION refuse_contact_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a contact is ended once'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'interests_contact_once';
END $$;--> statement-breakpoint
CREATE TRIGGER interests_contact_once BEFORE UPDATE ON interests FOR EACH ROW
WHEN (OLD.contact_ended_on IS NOT NULL AND NEW.contact_ended_on IS DISTINCT FROM OLD.contact_ended_on)
EXECUTE FUNCTION refuse_contact_again();
