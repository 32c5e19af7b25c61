-- For the front: a page that asks it may be kept, since it reads the lines alone, whose change raises the epoch.
COMMENT ON FUNCTION search.find IS 'reads what raises the public epoch';
