import type { ProgressState } from "@/db/enums";
import { isFinalProgress } from "./policy";
import { isExpired } from "./project-deadline";

/** `notNow` may change again, `over` may not. */
export type Openness = "open" | "notNow" | "over";

type Facts = { progress: ProgressState; deadline: string | null; acceptingInterests: boolean };

const RESTING: readonly ProgressState[] = ["paused", "on-hold"];

/** Whether a published project takes expressions of interest on a calendar day in Lyon. */
export function interestOpenness(project: Facts, day: string): Openness {
  const { progress, acceptingInterests } = project;
  if (isFinalProgress(progress)) return "over";
  const isResting = RESTING.includes(progress) || isExpired(project, day);
  return acceptingInterests && !isResting ? "open" : "notNow";
}
