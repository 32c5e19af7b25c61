import * as policy from "@/lib/experiences/policy";
import { type Cell, row, VIEWERS } from "./actors";

/** What an experience has of its own; the rest is every entry's. */
export const experienceCells = (): Cell[] => [
  ...row("canDraftExperience", "", "profiles owner", VIEWERS, policy.canDraftExperience),
];
