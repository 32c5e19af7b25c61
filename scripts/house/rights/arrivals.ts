import { MEMBERSHIP_STATUSES } from "@/db/enums";
import * as policy from "@/lib/arrivals/policy";
import { type Actor, type Cast, type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

const TODAY = "2026-11-27";
const ADMINISTRATORS = "administrators ownAdministrator";

/** By status, whether the club brought them in or they asked, whether their data is being deleted, and since when they wait. */
const RULES: Record<string, Lines> = {
  canSendLink: { "pending/brought/stays/*": ADMINISTRATORS, others: "nobody" },
  canRemind: {
    "pending/brought/stays/weeks": ADMINISTRATORS,
    "pending/brought/stays/months": ADMINISTRATORS,
    others: "nobody",
  },
  canForget: { "pending/brought/stays/months": ADMINISTRATORS, others: "nobody" },
};

const WAITING = {
  "no-link": { broughtOn: TODAY, invitedOn: null },
  days: { broughtOn: "2026-06-01", invitedOn: "2026-11-20" },
  weeks: { broughtOn: "2026-06-01", invitedOn: "2026-11-13" },
  months: { broughtOn: "2026-06-01", invitedOn: "2026-08-28" },
};

type Facts = policy.ArrivalFacts & policy.ArrivalDays;

const arrivals = MEMBERSHIP_STATUSES.flatMap((status) =>
  ["brought", "asked"].flatMap((way) =>
    ["stays", "leaves"].flatMap((end) =>
      Object.entries(WAITING).map(([since, days]): [string, Facts] => [
        `${status}/${way}/${end}/${since}`,
        {
          ...{ status, isBroughtIn: way === "brought", remindedOn: null, ...days },
          erasureDueAt: end === "leaves" ? new Date() : null,
        },
      ]),
    ),
  ),
);

const ASKED: Record<string, (actor: Actor, facts: Facts) => boolean> = {
  canSendLink: policy.canSendLink,
  canRemind: (actor, facts) => policy.canRemind(actor, facts, TODAY),
  canForget: (actor, facts) => policy.canForget(actor, facts, TODAY),
};

/** Whoever holds a link comes in by it: the cast are the accounts. */
const HOLDERS: Cast<Facts> = {
  among: arrivals.map(([name, actor]) => ({ name, actor })),
  groups: {
    waiting: arrivals.flatMap(([name]) => (name.startsWith("pending/brought/stays") ? [name] : [])),
  },
};

/** Those who were brought in: what is done about them, and when their link lets them in. */
export const arrivalCells = (): Cell[] => [
  ...Object.entries(ASKED).flatMap(([name, rule]) =>
    arrivals.flatMap(([on, facts]) =>
      row(name, on, lineFor(RULES[name] ?? {}, on), VIEWERS, (actor) => rule(actor, facts)),
    ),
  ),
  ...row("canComeIn", "", "waiting", HOLDERS, policy.canComeIn),
];
