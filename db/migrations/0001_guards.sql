-- Lifecycles: a move that the room's policy table does not list is refused here too.
-- Arguments: the column, then every allowed move as 'from>to'. A test compares them with the policy tables.
CREATE FUNCTION refuse_unlisted_move() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  column_name text := TG_ARGV[0];
  old_state text := to_jsonb(OLD) ->> column_name;
  new_state text := to_jsonb(NEW) ->> column_name;
BEGIN
  IF old_state IS DISTINCT FROM new_state
     AND NOT (old_state || '>' || new_state = ANY (TG_ARGV[1:])) THEN
    RAISE EXCEPTION 'move % > % of %.% is not listed', old_state, new_state, TG_TABLE_NAME, column_name
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_' || column_name || '_move';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER accounts_status_move BEFORE UPDATE ON accounts FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('status',
  'pending>active', 'pending>left',
  'active>suspended', 'active>lapsed', 'active>left',
  'suspended>active', 'suspended>left',
  'lapsed>active', 'lapsed>left');
--> statement-breakpoint
CREATE TRIGGER projects_moderation_move BEFORE UPDATE ON projects FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('moderation',
  'draft>submitted', 'draft>withdrawn',
  'submitted>changes-requested', 'submitted>published', 'submitted>refused', 'submitted>withdrawn',
  'changes-requested>submitted', 'changes-requested>withdrawn',
  'published>withdrawn', 'published>archived',
  'withdrawn>draft', 'withdrawn>archived',
  'refused>archived');
--> statement-breakpoint
CREATE TRIGGER project_revisions_state_move BEFORE UPDATE ON project_revisions FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state',
  'draft>submitted', 'draft>withdrawn',
  'submitted>changes-requested', 'submitted>published', 'submitted>refused', 'submitted>withdrawn',
  'changes-requested>submitted', 'changes-requested>withdrawn');
--> statement-breakpoint
-- The club always keeps an administrator who can sign in. The lock makes two requests at once wait for each other.
CREATE FUNCTION keep_one_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role = 'administrator' AND OLD.status = 'active'
     AND (TG_OP = 'DELETE' OR NEW.role <> 'administrator' OR NEW.status <> 'active') THEN
    PERFORM pg_advisory_xact_lock(hashtext('keep_one_administrator'));
    IF NOT EXISTS (SELECT FROM accounts WHERE id <> OLD.id AND role = 'administrator' AND status = 'active') THEN
      RAISE EXCEPTION 'the last administrator stays'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'accounts_last_administrator';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER accounts_last_administrator BEFORE UPDATE OR DELETE ON accounts FOR EACH ROW
EXECUTE FUNCTION keep_one_administrator();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
