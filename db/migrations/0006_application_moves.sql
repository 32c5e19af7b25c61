CREATE TRIGGER applications_state_move BEFORE UPDATE ON applications FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state',
  'draft>submitted', 'draft>withdrawn',
  'submitted>under-review', 'submitted>withdrawn',
  'under-review>info-requested', 'under-review>approved', 'under-review>refused', 'under-review>withdrawn',
  'info-requested>under-review', 'info-requested>withdrawn');
--> statement-breakpoint
CREATE TRIGGER affiliation_requests_state_move BEFORE UPDATE ON affiliation_requests FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state', 'open>accepted', 'open>declined', 'open>withdrawn');
--> statement-breakpoint
CREATE TRIGGER organisation_invitations_state_move BEFORE UPDATE ON organisation_invitations FOR EACH ROW
EXECUTE FUNCTION refuse_unlisted_move('state', 'open>accepted', 'open>declined', 'open>withdrawn');
