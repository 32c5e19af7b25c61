import { MEMBERSHIP_STATUSES, PAGE_VISIBILITIES } from "@/db/enums";
import * as policy from "@/lib/activities/policy";
import { type Actor, type Cell, facing, isHere, type Lines, lineFor, row, VIEWERS } from "./actors";

/** Its member, and the managers of its organisation as far as they see it. By visibility, owner, and who asks. */
const EDIT: Lines = {
  "*/*/stranger": "owner",
  "public/here/manager": "profiles owner",
  "members/here/manager": "profiles owner",
  "self/*/manager": "owner",
  "*/*/manager": "profiledTeam owner",
};

const ACTIVITY: Record<string, Lines> = {
  canSeeActivity: {
    "public/here/*": "everybody",
    "members/here/*": "readers anyOwner",
    "self/*/*": "anyOwner",
    others: "team anyOwner",
  },
  canEditActivity: EDIT,
  canConfirmActivity: EDIT,
  canRemoveActivity: EDIT,
  canPlaceActivity: { others: "owner" },
};

type Rule = (actor: Actor, facts: policy.ActivityFacts) => boolean;
const ruleOf = (name: string) => (policy as unknown as Record<string, Rule>)[name] as Rule;

function cells(name: string, lines: Lines): Cell[] {
  return MEMBERSHIP_STATUSES.flatMap((ownerStatus) =>
    PAGE_VISIBILITIES.flatMap((visibility) =>
      [true, false].flatMap((isManager) => {
        const where = isHere(ownerStatus) ? "here" : "away";
        const on = `${visibility}/${where}/${isManager ? "manager" : "stranger"}`;
        // Whoever manages an organisation has a profile.
        const { groups, among } = facing(ownerStatus);
        const cast = {
          groups,
          among: among.filter(({ actor }) => !isManager || actor?.memberId !== null),
        };
        const facts = { ownerAccountId: "owner", ownerStatus, visibility, isManager };
        const ask = (actor: Actor) => ruleOf(name)(actor, facts);
        return row(name, `${on}, ${ownerStatus} owner`, lineFor(lines, on), cast, ask);
      }),
    ),
  );
}

/** By visibility, owner and who asks; adding one depends on the viewer alone. */
export const activityCells = (): Cell[] => [
  ...Object.entries(ACTIVITY).flatMap(([name, lines]) => cells(name, lines)),
  ...row("canAddActivity", "", "profiles owner", VIEWERS, policy.canAddActivity),
];
