import * as policy from "@/lib/second-factor/policy";
import type { Actor as Ender } from "@/lib/sessions/policy";
import { type Cast, type Cell, row, VIEWERS } from "./actors";

const SIGNED_IN = "anyOwner anyOther staff";

/** Everybody signed in, and the operator at the server's console. */
const WITH_PORTAL: Cast<Ender | null> = {
  among: [...VIEWERS.among, { name: "portal", actor: "portal" as const }],
  groups: { ...VIEWERS.groups, portal: ["portal"] },
};

/** One's own second factor; only the portal resets somebody else's. */
export const secondFactorCells = (): Cell[] => [
  ...row("canHaveFactor", "", SIGNED_IN, VIEWERS, policy.canHaveFactor),
  ...row("canSwitchOffFactor", "not needed", SIGNED_IN, VIEWERS, (actor) =>
    policy.canSwitchOffFactor(actor, false),
  ),
  ...row("canSwitchOffFactor", "needed by the role", "nobody", VIEWERS, (actor) =>
    policy.canSwitchOffFactor(actor, true),
  ),
  ...row("canResetFactor", "", "portal", WITH_PORTAL, policy.canResetFactor),
];
