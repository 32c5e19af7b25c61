import type enJobs from "../i18n/messages/en/jobs.json";

/** Every job that runs at its hour; one without words for the administrator does not compile. */
export type PlannedTask = keyof (typeof enJobs)["tasks"];

/** How long a run without an end may still be going on; after that it counts as crashed. */
export const CRASHED_AFTER_MINUTES = 60;

/** What a run did, in numbers that the catalogue has words for. */
export type Counts = Partial<Record<keyof (typeof enJobs)["counts"], number>>;

/** How the record of a run begins that was stopped for its share (`sane-share.ts`): this word, a space, how many of how many. */
export const STOPPED_FOR_SHARE = "AbsurdShare";
