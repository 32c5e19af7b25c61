import {
  MEMBERSHIP_STATUSES,
  MODERATION_STATES,
  PROGRESS_STATES,
  type ProgressState,
} from "@/db/enums";
import type { EntryFacts } from "@/lib/entries/policy";
import * as policy from "@/lib/matching/policy";
import { type Actor, type Cell, facing, isHere, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By the project's state, whether others come upon its owner (`here`) or not, and how far it has come. */
const DISMISS: Lines = {
  "published/here/*": "profiles",
  "published/away/*": "profiledTeam",
  others: "nobody",
};

const CANDIDATES: Lines = {
  "published/*/idea": "owner",
  "published/*/scoping": "owner",
  "published/*/seeking-partners": "owner",
  "published/*/negotiating": "owner",
  "published/*/in-progress": "owner",
  others: "nobody",
};

const SEEN_CANDIDATES = Object.fromEntries(
  Object.entries(CANDIDATES).map(([on, line]) => [on, line.replace("owner", "readingOwner")]),
);

const STATES = MODERATION_STATES.flatMap((moderation) =>
  PROGRESS_STATES.map((progress) => ({ moderation, progress })),
);

function cells(
  name: string,
  lines: Lines,
  rule: (actor: Actor, project: EntryFacts & { progress: ProgressState }) => boolean,
): Cell[] {
  return MEMBERSHIP_STATUSES.flatMap((ownerStatus) =>
    STATES.flatMap(({ moderation, progress }) => {
      const on = `${moderation}/${isHere(ownerStatus) ? "here" : "away"}/${progress}`;
      const project = { moderation, progress, ownerAccountId: "owner", ownerStatus };
      const ask = (actor: Actor) => rule(actor, project);
      return row(name, `${on}, ${ownerStatus} owner`, lineFor(lines, on), facing(ownerStatus), ask);
    }),
  );
}

/** Whose dismissal it is. */
const RECALL: Lines = { "own-member": "owner", "other-member": "profiles", stranger: "nobody" };

const recallCells = () =>
  Object.entries(RECALL).flatMap(([memberId, line]) =>
    row("canRecallDismissal", memberId, line, VIEWERS, (actor) =>
      policy.canRecallDismissal(actor, { memberId }),
    ),
  );

const candidate = { accountId: "candidate" };
const themselves = { accountId: "owner" };

/** Who reads and who dismisses what was found to fit; never oneself. */
export const matchingCells = (): Cell[] => [
  ...row("canSeeMatches", "", "readingProfiles readingOwner", VIEWERS, policy.canSeeMatches),
  ...cells("canDismissProject", DISMISS, policy.canDismissProject),
  ...cells("canSeeCandidates", SEEN_CANDIDATES, policy.canSeeCandidates),
  ...cells("canDismissCandidate", CANDIDATES, (actor, project) =>
    policy.canDismissCandidate(actor, project, candidate),
  ),
  ...cells("canDismissCandidate", { others: "nobody" }, (actor, project) =>
    policy.canDismissCandidate(actor, project, themselves),
  ),
  ...recallCells(),
];
