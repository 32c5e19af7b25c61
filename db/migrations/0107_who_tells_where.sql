-- Nearly all members tell all others where they work. Without this the planner takes it that one in a hundred does, and
-- looks through all members for the activities of some organisations.
CREATE STATISTICS "members_organisation_level" ON (coalesce("visibility" ->> 'organisation', 'members')) FROM "members";
--> statement-breakpoint
ANALYZE "members";
