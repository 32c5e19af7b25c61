import { index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, createdAt, id, stored } from "../columns";
import { readCounts } from "../stored";

/** Every run of a planned job: once a `task` and `slot` (its day or hour), whatever the number of instances. */
export const jobRuns = pgTable(
  "job_runs",
  {
    id: id(),
    task: text().notNull(),
    slot: text().notNull(),
    startedAt: createdAt(),
    finishedAt: at(),
    /** What it did, in numbers: `{asked: 3}`. */
    counts: stored(readCounts).notNull().default({}),
    /** The kind of error, never words that name a person. */
    error: text(),
  },
  (table) => [
    unique("job_runs_unique").on(table.task, table.slot),
    // listJobRuns
    index("job_runs_started_index").on(table.startedAt),
  ],
);
