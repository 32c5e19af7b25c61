import { PAGE_VISIBILITIES } from "@/db/enums";
import * as policy from "@/lib/organisations/policy";
import { type Actor, type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By visibility and by what the viewer is in it. Somebody of an organisation has a profile. */
const ORGANISATION: Record<string, Lines> = {
  canSeeOrganisation: {
    "public/*": "everybody",
    "members/none": "readers readingOwner",
    "team/none": "team ownTeam",
    "self/none": "administrators ownAdministrator",
    others: "readingProfiles readingOwner",
  },
  canEditOrganisation: {
    "*/manager": "profiles owner",
    others: "administrators ownAdministrator",
  },
};

/** To whom one would give a new organisation to manage. */
const CREATE: Lines = { "own-member": "owner team", "other-member": "profiles staff ownTeam" };

const isOf = (role: string) => (one: { actor: Actor }) =>
  role === "none" || one.actor === null || one.actor.memberId !== null;

function cells(name: string, isInUse?: boolean): Cell[] {
  const rule = (policy as unknown as Record<string, (actor: Actor, facts: object) => boolean>)[
    name
  ];
  const lines = ORGANISATION[isInUse === undefined ? name : "canEditOrganisation"] ?? {};
  return PAGE_VISIBILITIES.flatMap((visibility) =>
    (["none", "person", "manager"] as const).flatMap((role) => {
      const cast = { ...VIEWERS, among: VIEWERS.among.filter(isOf(role)) };
      const facts = { visibility, role: role === "none" ? null : role, isInUse };
      const on = `${visibility}/${role}`;
      const line = isInUse ? "nobody" : lineFor(lines, on);
      return row(name, `${on}${isInUse ? ", in use" : ""}`, line, cast, (actor) =>
        Boolean(rule?.(actor, facts)),
      );
    }),
  );
}

/** Seeing, editing, removing and creating one. */
export const organisationCells = (): Cell[] => [
  ...cells("canSeeOrganisation"),
  ...cells("canEditOrganisation"),
  // Whoever may edit it, as long as nobody and nothing else belongs to it.
  ...cells("canRemoveOrganisation", false),
  ...cells("canRemoveOrganisation", true),
  ...Object.entries(CREATE).flatMap(([managerId, line]) =>
    row("canCreateOrganisation", `for ${managerId}`, line, VIEWERS, (actor) =>
      policy.canCreateOrganisation(actor, managerId),
    ),
  ),
];
