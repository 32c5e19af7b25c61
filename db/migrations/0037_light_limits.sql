-- Each page of the directory spends a point: without a log it costs no wait for the disk. After a crash, not after an orderly
-- stop, PostgreSQL empties the table: all limits begin anew.
ALTER TABLE "rate_limits" SET UNLOGGED;
