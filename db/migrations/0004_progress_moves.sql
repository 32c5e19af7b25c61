-- The progress of a published project moves as the room's policy table says; before that its owner is free to choose.
CREATE TRIGGER projects_progress_move BEFORE UPDATE ON projects FOR EACH ROW
WHEN (OLD.moderation = 'published')
EXECUTE FUNCTION refuse_unlisted_move('progress',
  'idea>scoping', 'idea>seeking-partners', 'idea>in-progress', 'idea>on-hold', 'idea>dropped',
  'scoping>seeking-partners', 'scoping>negotiating', 'scoping>in-progress', 'scoping>on-hold', 'scoping>dropped',
  'seeking-partners>paused', 'seeking-partners>negotiating', 'seeking-partners>in-progress',
  'seeking-partners>on-hold', 'seeking-partners>dropped',
  'paused>seeking-partners', 'paused>on-hold', 'paused>dropped',
  'negotiating>seeking-partners', 'negotiating>in-progress', 'negotiating>on-hold', 'negotiating>dropped',
  'in-progress>seeking-partners', 'in-progress>completed', 'in-progress>on-hold', 'in-progress>dropped',
  'on-hold>scoping', 'on-hold>seeking-partners', 'on-hold>in-progress', 'on-hold>dropped');
