import { MEMBERSHIP_STATUSES } from "@/db/enums";
import * as dues from "@/lib/dues/policy";
import { type Actor, type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

const EVERY = "administrators ownAdministrator";

/** By what became of a call, or of a receipt. */
const BY_STATE: Record<string, Lines> = {
  canPayCall: { open: EVERY, others: "nobody" },
  canCancelCall: { open: EVERY, others: "nobody" },
  canCancelReceipt: { cancelled: "nobody", others: EVERY },
};

const STATES = {
  open: { isPaid: false, isCancelled: false },
  paid: { isPaid: true, isCancelled: false },
  cancelled: { isPaid: false, isCancelled: true },
};

const RULES: Record<string, (actor: Actor, facts: dues.CallFacts) => boolean> = {
  canPayCall: dues.canPayCall,
  canCancelCall: dues.canCancelCall,
  canCancelReceipt: dues.canCancelReceipt,
};

/** Who is called goes by their membership, not by who asks: the cast are the accounts. */
const people = {
  among: MEMBERSHIP_STATUSES.map((status) => ({ name: status, actor: { status } })),
  groups: { there: ["active", "lapsed"] },
};

/** Calls and receipts are administrators'; the person concerned reads theirs. */
export const duesCells = (): Cell[] => [
  ...row("canManageDues", "", EVERY, VIEWERS, dues.canManageDues),
  ...row("canReadDues", "", "administrators anyOwner", VIEWERS, (actor) =>
    dues.canReadDues(actor, { accountId: "owner" }),
  ),
  ...row("canBeCalled", "", "there", people, dues.canBeCalled),
  ...Object.entries(RULES).flatMap(([name, rule]) =>
    Object.entries(STATES).flatMap(([state, facts]) =>
      row(name, state, lineFor(BY_STATE[name] ?? {}, state), VIEWERS, (actor) =>
        rule(actor, facts),
      ),
    ),
  ),
];
