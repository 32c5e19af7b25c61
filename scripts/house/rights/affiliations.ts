import { MEMBERSHIP_STATUSES, PAGE_VISIBILITIES, REQUEST_KINDS, REQUEST_STATES } from "@/db/enums";
import * as policy from "@/lib/affiliations/policy";
import { type Actor, type Cell, facing, type Lines, lineFor, row, VIEWERS } from "./actors";

/**
 * By whether the organisation is open to members (public or members) or closed (team or self), by what the viewer
 * called `.own` is in it, and by who else belongs to it; `-away` is not active. Everybody else is a stranger to it.
 */
const ROSTER: Record<string, Lines> = {
  canFindOrganisation: {
    "open/*/*": "profiles owner",
    "closed/none/*": "nobody",
    "closed/*/*": "owner",
  },
  canJoin: { "open/none/*": "profiles owner", "open/*/*": "profiles", "closed/*/*": "nobody" },
  canClaim: {
    "*/manager/*": "nobody",
    "*/*/manager": "nobody",
    "open/*/*": "profiles owner",
    "closed/none/*": "nobody",
    "closed/*/*": "owner",
  },
  canManagePeople: { "*/manager/*": "owner", others: "nobody" },
  canStepDown: { "*/manager/manager": "owner", others: "nobody" },
  canLeave: { "*/none/*": "nobody", "*/manager/person": "nobody", others: "readingOwner" },
  canSetPosition: { "*/none/*": "nobody", others: "readingOwner" },
};

/** What one does to the other person of the organisation. To oneself and to strangers: nobody. */
const PERSON: Record<string, Lines> = {
  canHandOver: { "*/manager/person": "owner", others: "nobody" },
  canRemovePerson: {
    "*/manager/person": "owner",
    "*/manager/person-away": "owner",
    others: "nobody",
  },
};

/** Who decides on an open request, by whose it is: the managers, or the club team where there is none. */
const DECIDE: Record<string, Lines> = {
  stranger: { "*/manager/*": "owner", "*/*/manager": "nobody", others: "team ownTeam" },
  "own-member": { "*/manager/*": "nobody", "*/*/manager": "nobody", others: "team" },
  "other-member": { "*/manager/*": "owner", "*/*/manager": "nobody", others: "staff ownTeam" },
};

const WITHDRAW: Lines = {
  stranger: "nobody",
  "own-member": "readingOwner",
  "other-member": "readingProfiles",
};

/**
 * To an invitation addressed to `.own` that is open, less than thirty days old and whose sender still manages the
 * organisation; to any other: nobody.
 */
const INVITATION = { canAcceptInvitation: "owner", canDeclineInvitation: "visitor anyOwner" };

const COLLEAGUES = {
  alone: [],
  person: [{ memberId: "colleague", role: "person", isActive: true }],
  manager: [{ memberId: "colleague", role: "manager", isActive: true }],
  "person-away": [{ memberId: "colleague", role: "person", isActive: false }],
  "manager-away": [{ memberId: "colleague", role: "manager", isActive: false }],
} as const;

type Scene = {
  on: string;
  label: string;
  roster: policy.RosterFacts;
  cast: ReturnType<typeof facing>;
};

const scenes: Scene[] = MEMBERSHIP_STATUSES.flatMap((status) =>
  PAGE_VISIBILITIES.flatMap((visibility) =>
    (["none", "person", "manager"] as const).flatMap((role) =>
      Object.entries(COLLEAGUES).map(([others, colleagues]): Scene => {
        const isActive = status === "active";
        const own = role === "none" ? [] : [{ memberId: "own-member", role, isActive }];
        const isOpen = visibility === "public" || visibility === "members";
        const mine = isActive || role === "none" ? role : `${role}-away`;
        const on = `${isOpen ? "open" : "closed"}/${mine}/${others}`;
        const roster = { visibility, people: [...own, ...colleagues] };
        return { on, label: `${visibility}: ${on}, ${status}`, roster, cast: facing(status) };
      }),
    ),
  ),
);

type Rule = (actor: Actor, ...facts: unknown[]) => boolean;
const ruleOf = (name: string) => (policy as unknown as Record<string, Rule>)[name] as Rule;

function rosters(): Cell[] {
  return Object.entries(ROSTER).flatMap(([name, lines]) =>
    scenes.flatMap(({ on, label, roster, cast }) =>
      row(name, label, lineFor(lines, on), cast, (actor) => ruleOf(name)(actor, roster)),
    ),
  );
}

function people(): Cell[] {
  return Object.entries(PERSON).flatMap(([name, lines]) =>
    scenes.flatMap(({ on, label, roster, cast }) =>
      ["colleague", "own-member", "stranger"].flatMap((whom) => {
        const line = whom === "colleague" ? lineFor(lines, on) : "nobody";
        const ask = (actor: Actor) => ruleOf(name)(actor, roster, whom);
        return row(name, `${whom} of ${label}`, line, cast, ask);
      }),
    ),
  );
}

const requests = Object.keys(DECIDE).flatMap((memberId) =>
  REQUEST_KINDS.flatMap((kind) => REQUEST_STATES.map((state) => ({ memberId, kind, state }))),
);

function decisions(): Cell[] {
  return scenes.flatMap(({ on, label, roster, cast }) =>
    requests.flatMap((request) => {
      const { memberId, kind, state } = request;
      const line = state === "open" ? lineFor(DECIDE[memberId] ?? {}, on) : "nobody";
      const ask = (actor: Actor) => policy.canDecideRequest(actor, roster, request);
      return row("canDecideRequest", `${state} ${kind} of ${memberId}: ${label}`, line, cast, ask);
    }),
  );
}

function withdrawals(): Cell[] {
  return requests.flatMap((request) => {
    const { memberId, kind, state } = request;
    const line = state === "open" ? WITHDRAW[memberId] : "nobody";
    const ask = (actor: Actor) => policy.canWithdrawRequest(actor, request);
    return row("canWithdrawRequest", `${state} ${kind} of ${memberId}`, line, VIEWERS, ask);
  });
}

const AGES = {
  "": { isLiving: true, isVouched: true },
  ", too old": { isLiving: false, isVouched: true },
  ", of no manager": { isLiving: true, isVouched: false },
  ", too old, of no manager": { isLiving: false, isVouched: false },
};

function invitations(): Cell[] {
  return Object.entries(INVITATION).flatMap(([name, open]) =>
    REQUEST_STATES.flatMap((state) =>
      Object.entries(AGES).flatMap(([age, facts]) => {
        const invitation = { email: "owner@example.org", state, ...facts };
        const addressed = (actor: Actor) =>
          actor && { ...actor, email: `${actor.accountId}@example.org` };
        const line = state === "open" && age === "" ? open : "nobody";
        const ask = (actor: Actor) => ruleOf(name)(addressed(actor) as Actor, invitation);
        return row(name, `${state}${age}`, line, VIEWERS, ask);
      }),
    ),
  );
}

const DRAFTS = {
  manager: "profiles owner administrators",
  person: "administrators ownAdministrator",
  nothing: "administrators ownAdministrator",
};

/** What concerns an organisation is begun by what one is in it. */
const drafts = (): Cell[] =>
  Object.entries(DRAFTS).flatMap(([role, line]) =>
    row("canDraftFor", `as its ${role}`, line, VIEWERS, (actor) =>
      policy.canDraftFor(actor, [role === "nothing" ? null : (role as "manager")]),
    ),
  );

/** What members do in their organisations, and what is asked of those and answered. */
export const affiliationCells = (): Cell[] => [
  ...drafts(),
  ...rosters(),
  ...people(),
  ...decisions(),
  ...withdrawals(),
  ...invitations(),
];
