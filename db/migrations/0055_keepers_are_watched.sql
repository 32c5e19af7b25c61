-- Parties, people of organisations and members all raise it: pages of entries are kept for visitors again.
COMMENT ON FUNCTION entry_keepers IS 'reads what raises the public epoch';
