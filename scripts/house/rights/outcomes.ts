import { MEMBERSHIP_STATUSES, MODERATION_STATES, PROGRESS_STATES } from "@/db/enums";
import * as policy from "@/lib/projects/outcomes/policy";
import { type Actor, type Cell, facing, type Lines, lineFor, row } from "./actors";

/** By moderation state, progress, and whether talks about it have ended. */
const RECORD: Lines = {
  "draft/*/*": "nobody",
  "submitted/*/*": "nobody",
  "changes-requested/*/*": "nobody",
  "refused/*/*": "nobody",
  "*/completed/*": "owner",
  "*/dropped/*": "owner",
  "*/*/ended": "owner",
  others: "nobody",
};

const scenes = MEMBERSHIP_STATUSES.flatMap((ownerStatus) =>
  MODERATION_STATES.flatMap((moderation) =>
    PROGRESS_STATES.flatMap((progress) =>
      [true, false].map((hasEndedTalks) => ({
        on: `${moderation}/${progress}/${hasEndedTalks ? "ended" : "open"}`,
        facts: { moderation, progress, hasEndedTalks, ownerAccountId: "owner", ownerStatus },
        cast: facing(ownerStatus),
      })),
    ),
  ),
);

/** Saying what came of a project, of one's own accord or once asked. */
export const outcomeCells = (): Cell[] =>
  scenes.flatMap(({ on, facts, cast }) => {
    const records = (actor: Actor) => policy.canRecordOutcome(actor, facts);
    const answers = (isAsked: boolean) => (actor: Actor) =>
      policy.canAnswerFollowUp(actor, facts, { isAsked });
    return [
      ...row("canRecordOutcome", on, lineFor(RECORD, on), cast, records),
      ...row("canAnswerFollowUp", `${on}, asked`, "owner", cast, answers(true)),
      ...row("canAnswerFollowUp", `${on}, not asked`, "nobody", cast, answers(false)),
    ];
  });
