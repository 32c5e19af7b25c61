-- Whoever serves without owning the tables writes at the present moment. Arguments: the columns that say when.
CREATE FUNCTION write_at_present() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  RETURN jsonb_populate_record(NEW, (SELECT jsonb_object_agg(name, now()) FROM unnest(TG_ARGV) AS name));
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_at_present BEFORE INSERT ON audit_events FOR EACH ROW
EXECUTE FUNCTION write_at_present('created_at');
--> statement-breakpoint
CREATE TRIGGER consents_at_present BEFORE INSERT ON consents FOR EACH ROW
EXECUTE FUNCTION write_at_present('given_at');
--> statement-breakpoint
CREATE TRIGGER decisions_at_present BEFORE INSERT ON decisions FOR EACH ROW
EXECUTE FUNCTION write_at_present('decided_at');
--> statement-breakpoint
CREATE TRIGGER interest_messages_at_present BEFORE INSERT ON interest_messages FOR EACH ROW
EXECUTE FUNCTION write_at_present('created_at');
--> statement-breakpoint
CREATE TRIGGER interest_moves_at_present BEFORE INSERT ON interest_moves FOR EACH ROW
EXECUTE FUNCTION write_at_present('moved_at');
--> statement-breakpoint
-- A consent is withdrawn once, at the present moment, and goes once from an application to the account it becomes.
CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
    RETURN NEW;
  END IF;
  IF (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
     OR (OLD.account_id IS NOT NULL AND NEW.account_id IS DISTINCT FROM OLD.account_id) THEN
    RAISE EXCEPTION 'a consent is withdrawn once and has one holder' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL THEN
    NEW.withdrawn_at := now();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_unchanged BEFORE UPDATE ON consents FOR EACH ROW
EXECUTE FUNCTION refuse_consent_change();
