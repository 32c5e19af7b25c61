-- Visitors read on the page where an application begins what each category pays.
CREATE TRIGGER dues_fees_raises_epoch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON dues_fees FOR EACH STATEMENT
EXECUTE FUNCTION raise_public_epoch();
