-- Where an organisation's people may be seen is 'members' while they have not said: whoever says the same changes no line
-- of their organisations and activities, which would all be made out anew.
CREATE OR REPLACE TRIGGER members_sides_changed AFTER UPDATE ON members FOR EACH ROW
WHEN (coalesce(OLD.visibility ->> 'organisation', 'members') IS DISTINCT FROM coalesce(NEW.visibility ->> 'organisation', 'members'))
EXECUTE FUNCTION search.refresh_organisations_of_member();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER members_activity_lines_changed AFTER UPDATE ON members FOR EACH ROW
WHEN ((OLD.account_id, OLD.hidden_at, OLD.search_names, coalesce(OLD.visibility ->> 'organisation', 'members')) IS DISTINCT FROM
  (NEW.account_id, NEW.hidden_at, NEW.search_names, coalesce(NEW.visibility ->> 'organisation', 'members')))
EXECUTE FUNCTION search.note_change();
