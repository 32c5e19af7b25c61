import { APPLICATION_STATES, type ApplicationState } from "@/db/enums";
import * as policy from "@/lib/applications/policy";
import * as vettingPolicy from "@/lib/applications/vetting/policy";
import { type Actor, type Cast, type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** Applicants have no account: what they hold is a key, to this application or to another one. */
const APPLICANTS: Cast<policy.Applicant | null> = {
  among: [
    { name: "nobody's key", actor: null },
    { name: "own key", actor: { applicationId: "application" } },
    { name: "foreign key", actor: { applicationId: "foreign" } },
  ],
  groups: { nobody: [], applicant: ["own key"] },
};

/** By state, for whoever holds a key. */
const APPLICANT: Record<string, Lines> = {
  canSeeApplication: { others: "applicant" },
  canEditApplication: { draft: "applicant", others: "nobody" },
  canSubmitApplication: { draft: "applicant", others: "nobody" },
  canAnswerApplication: { "info-requested": "applicant", others: "nobody" },
  canWithdrawApplication: {
    draft: "applicant",
    submitted: "applicant",
    "under-review": "applicant",
    "info-requested": "applicant",
    others: "nobody",
  },
  canReapply: { refused: "applicant", withdrawn: "applicant", others: "nobody" },
};

/** By state and by who has taken it: nobody, `own` the viewer called `.own`, `other` all the others, or a third person. */
const TEAM: Record<string, Lines> = {
  canReadApplication: { "draft/*": "nobody", others: "team ownTeam" },
  canNoteOnApplication: { "draft/*": "nobody", others: "team ownTeam" },
  canTakeApplication: {
    "submitted/*": "team ownTeam",
    "under-review/own": "team",
    "under-review/other": "ownTeam",
    "under-review/*": "team ownTeam",
    others: "nobody",
  },
  canDecideApplication: {
    "under-review/own": "ownTeam",
    "under-review/other": "team",
    others: "nobody",
  },
  canReleaseApplication: {
    "under-review/own": "ownTeam",
    "under-review/other": "team",
    others: "nobody",
  },
  canResumeReview: { "info-requested/*": "team ownTeam", others: "nobody" },
};

const TAKERS = { nobody: null, own: "owner", other: "other", third: "third" };

const factsOf = (state: ApplicationState, takenBy: string | null) => ({
  id: "application",
  state,
  takenBy,
});

type Rule<One> = (actor: One, facts: policy.ApplicationFacts) => boolean;
const RULES = { ...policy, ...vettingPolicy };
const ruleOf = <One>(name: string) => (RULES as unknown as Record<string, Rule<One>>)[name];

function cells<One>(tables: Record<string, Lines>, cast: Cast<One>, withTaker: boolean): Cell[] {
  return Object.entries(tables).flatMap(([name, lines]) => {
    const rule = ruleOf<One>(name) as Rule<One>;
    return APPLICATION_STATES.flatMap((state) =>
      Object.entries(TAKERS).flatMap(([taker, takenBy]) => {
        const on = withTaker ? `${state}/${taker}` : state;
        const ask = (actor: One) => rule(actor, factsOf(state, takenBy));
        return row(name, `${state}/${taker}`, lineFor(lines, on), cast, ask);
      }),
    );
  });
}

/** The applicant goes by the state alone, the club team also by who has taken it. */
export const applicationCells = (): Cell[] => [
  ...cells(APPLICANT, APPLICANTS, false),
  ...cells<Actor>(TEAM, VIEWERS, true),
];
