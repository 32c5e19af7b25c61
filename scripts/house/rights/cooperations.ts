import { MODERATION_STATES } from "@/db/enums";
import * as policy from "@/lib/cooperations/policy";
import { draftSlug } from "@/lib/entries/draft-slug";
import { type Cell, lineFor, row, VIEWERS } from "./actors";
import { keptCells, keptFacts } from "./kept";

const ROLES = {
  manager: "profiles owner administrators",
  person: "administrators ownAdministrator",
  nothing: "administrators ownAdministrator",
};

const KEEPERS = "owner administrators";

/** An agreement is the club's, kept by whoever manages a party; what it has of its own. */
export const cooperationCells = (): Cell[] => [
  ...keptCells(),
  ...Object.entries(ROLES).flatMap(([role, line]) =>
    row("canDraftCooperation", `a party's ${role}`, line, VIEWERS, (actor) =>
      policy.canDraftCooperation(actor, [role === "nothing" ? null : (role as "manager")]),
    ),
  ),
  ...row("canSetParties", "a draft again", "administrators ownAdministrator", VIEWERS, (actor) =>
    policy.canSetParties(actor, { ...keptFacts("draft"), slug: "lyon-guangzhou" }),
  ),
  ...MODERATION_STATES.flatMap((state) => {
    const administered = "administrators ownAdministrator";
    const open = { "changes-requested": administered, submitted: administered };
    const parties = { draft: KEEPERS, ...open, published: administered, others: "nobody" };
    const acts = { draft: KEEPERS, "changes-requested": KEEPERS, published: KEEPERS };
    return [
      ...row("canSetParties", state, lineFor(parties, state), VIEWERS, (actor) =>
        policy.canSetParties(actor, { ...keptFacts(state), slug: draftSlug() }),
      ),
      ...row(
        "canSayWhoActs",
        state,
        lineFor({ ...acts, others: "nobody" }, state),
        VIEWERS,
        (actor) => policy.canSayWhoActs(actor, keptFacts(state)),
      ),
    ];
  }),
];
