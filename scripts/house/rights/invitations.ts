import * as policy from "@/lib/invitations/policy";
import { type Cast, type Cell, row, VIEWERS } from "./actors";

const STATES = ["open", "used", "revoked", "expired"] as const;

/** An invitation is used by the address it was sent to, whoever applies. */
const APPLICANTS: Cast<{ email: string }> = {
  among: [
    { name: "invited", actor: { email: "zoe@example.org" } },
    { name: "other", actor: { email: "ana@example.org" } },
  ],
  groups: { invited: ["invited"], nobody: [] },
};

/** Those called `.own` sent it. */
export const invitationCells = (): Cell[] => [
  ...row("canInvite", "", "profiles owner", VIEWERS, policy.canInvite),
  ...STATES.flatMap((state) => {
    const line = state === "open" ? "owner" : "nobody";
    const invitation = { invitedBy: "own-member", email: "zoe@example.org", state };
    return [
      ...row("canRevokeInvitation", state, line, VIEWERS, (actor) =>
        policy.canRevokeInvitation(actor, invitation),
      ),
      ...row(
        "canUseInvitation",
        state,
        state === "open" ? "invited" : "nobody",
        APPLICANTS,
        (actor) => policy.canUseInvitation(actor, invitation),
      ),
    ];
  }),
];
