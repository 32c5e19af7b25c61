import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { buildActivitySearch } from "@/lib/activities/search-text";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO, type DemoActivity } from "./demo-files";
import { dayAgo, daysAgo } from "./demo-times";

/** A year and a day after the last confirmation the member has been reminded. */
const REMINDED_AFTER_DAYS = 366;

/** Needs the members and organisations in `keys`. */
export async function seedActivities(tx: Transaction, keys: DemoKeys): Promise<void> {
  await tx.insert(activities).values(DEMO.activities.map((one) => activityRow(keys, one)));
}

function activityRow(keys: DemoKeys, { confirmedDaysAgo, ...activity }: DemoActivity) {
  const { member, organisation } = activity;
  const createdAt = daysAgo(confirmedDaysAgo);
  return {
    ...activity,
    ...buildActivitySearch(activity),
    memberId: keyOf(keys.members, member),
    organisationId: organisation ? keyOf(keys.organisations, organisation) : null,
    confirmedOn: dayAgo(confirmedDaysAgo),
    remindedAt:
      confirmedDaysAgo > REMINDED_AFTER_DAYS
        ? daysAgo(confirmedDaysAgo - REMINDED_AFTER_DAYS)
        : null,
    createdAt,
    updatedAt: createdAt,
  };
}
