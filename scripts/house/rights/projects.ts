import { MODERATION_STATES, PROGRESS_STATES } from "@/db/enums";
import * as policy from "@/lib/projects/policy";
import { type Actor, type Cell, row, VIEWERS } from "./actors";
import { factsOf } from "./entries";
import { MOVES } from "./moves";

/** A deadline is prolonged until the project has come to its end. */
function renewals(): Cell[] {
  return MODERATION_STATES.flatMap((state) =>
    PROGRESS_STATES.flatMap((reached) =>
      [null, "2026-01-31"].flatMap((deadline) => {
        const isOver = reached === "completed" || reached === "dropped";
        const line = state === "published" && !isOver && deadline ? "owner" : "nobody";
        const facts = { ...factsOf(state, "active"), progress: reached, deadline };
        const ask = (actor: Actor) => policy.canRenewProject(actor, facts);
        return row("canRenewProject", `${state}, ${reached}, ${deadline}`, line, VIEWERS, ask);
      }),
    ),
  );
}

function progress(): Cell[] {
  return MODERATION_STATES.flatMap((state) =>
    PROGRESS_STATES.flatMap((from) =>
      PROGRESS_STATES.flatMap((to) => {
        const facts = { ...factsOf(state, "active"), progress: from };
        const isListed = from === to || MOVES.progress[from].split(" ").includes(to);
        const line = state === "published" && isListed ? "owner" : "nobody";
        const ask = (actor: Actor) => policy.canSetProgress(actor, facts, to);
        return row("canSetProgress", `${state}, ${from} → ${to}`, line, VIEWERS, ask);
      }),
    ),
  );
}

/** What a project has of its own: progress, renewal, and who begins one. */
export const projectCells = (): Cell[] => [
  ...progress(),
  ...renewals(),
  ...row("canDraftProject", "", "profiles owner", VIEWERS, policy.canDraftProject),
];
