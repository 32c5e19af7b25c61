import { MEMBERSHIP_STATUSES, ROLES, VISIBILITIES, type Visibility } from "@/db/enums";
import * as account from "@/lib/accounts/policy";
import * as audit from "@/lib/audit/policy";
import * as imports from "@/lib/imports/policy";
import * as jobs from "@/lib/jobs/policy";
import * as member from "@/lib/members/policy";
import * as moderation from "@/lib/moderation/policy";
import * as password from "@/lib/passwords/policy";
import * as session from "@/lib/sessions/policy";
import * as statistics from "@/lib/statistics/policy";
import {
  type Actor,
  type Cast,
  type Cell,
  facing,
  type Lines,
  lineFor,
  row,
  VIEWERS,
} from "./actors";

/** By status of the account acted on. */
const ACCOUNT: Record<string, Lines> = {
  canSuspendAccount: { active: "administrators", lapsed: "administrators", others: "nobody" },
  canLapseAccount: { active: "administrators", others: "nobody" },
  canReinstateAccount: {
    suspended: "administrators",
    lapsed: "administrators",
    others: "nobody",
  },
  canLeaveClub: { pending: "nobody", left: "nobody", others: "anyOwner" },
  canEndMembership: { pending: "nobody", left: "nobody", others: "administrators" },
  // Administrators change their own address, nobody else does.
  canAskAddressFor: { others: "administrators" },
  canAskErasureFor: { others: "administrators" },
  canWithdrawErasureFor: { others: "administrators" },
  canTakeArchive: { others: "administrators" },
  canDecideAccount: { pending: "team", others: "nobody" },
  "canChangeRole to member": { left: "nobody", others: "administrators" },
  "canChangeRole to moderator": { active: "administrators", others: "nobody" },
  "canChangeRole to administrator": { active: "administrators", others: "nobody" },
  canEraseAccount: { others: "anyOwner" },
  canChangeAddress: { others: "anyOwner" },
  canAskErasure: { others: "anyOwner" },
  canWithdrawErasure: { others: "anyOwner" },
  canEndSessions: { others: "anyOwner administrators ownTeam" },
};

/** Member field levels. */
const FIELD: Record<Visibility, string> = {
  public: "everybody",
  members: "readers anyOwner",
  contacts: "anyOwner",
  team: "team anyOwner",
  self: "anyOwner",
};

/** What has no state. */
const PLAIN: Lines = {
  canEditMember: "readingOwner",
  canOpenQueue: "team ownTeam",
  canListAccounts: "administrators ownAdministrator",
  canBringIn: "administrators ownAdministrator",
  canReadTrail: "administrators ownAdministrator",
  canReadJobs: "administrators ownAdministrator",
  canReadOutcomes: "team ownTeam",
};

/** A link goes by the account it is for, not by who asks: the cast are the accounts. */
const LINK: Lines = {
  "first-administrator": "administrator",
  "first-sign-in": "member moderator administrator",
  "reset-password": "everyStatus",
  "come-in": "member.pending moderator.pending administrator.pending",
};

const RULES: Record<string, (actor: Actor, facts: account.AccountFacts) => boolean> = {
  canSuspendAccount: account.canSuspendAccount,
  canLapseAccount: account.canLapseAccount,
  canReinstateAccount: account.canReinstateAccount,
  canDecideAccount: account.canDecideAccount,
  "canChangeRole to member": (actor, facts) => account.canChangeRole(actor, facts, "member"),
  "canChangeRole to moderator": (actor, facts) => account.canChangeRole(actor, facts, "moderator"),
  "canChangeRole to administrator": (actor, facts) =>
    account.canChangeRole(actor, facts, "administrator"),
  canEraseAccount: (actor, { id }) => actor !== null && account.canEraseAccount(actor, id),
  canChangeAddress: (actor, { id }) =>
    account.canChangeAddress(actor, { id, email: "zoe@example.org" }),
  canAskErasure: (actor, { id }) =>
    account.canAskErasure(actor, { id, email: "zoe@example.org", erasureDueAt: null }),
  canWithdrawErasure: (actor, { id }) =>
    account.canWithdrawErasure(actor, { id, erasureDueAt: new Date() }),
  canLeaveClub: account.canLeaveClub,
  canEndMembership: account.canEndMembership,
  canAskAddressFor: (actor, facts) => account.canAskAddressFor(actor, held(facts)),
  canAskErasureFor: (actor, facts) => account.canAskErasureFor(actor, held(facts, null)),
  canWithdrawErasureFor: (actor, facts) =>
    account.canWithdrawErasureFor(actor, { ...held(facts), isOwnWish: false }),
  canTakeArchive: (actor, facts) => account.canTakeArchive(actor, held(facts)),
  canEndSessions: (actor, { id }) => actor !== null && session.canEndSessions(actor, id),
};

const held = (facts: account.AccountFacts, erasureDueAt: Date | null = new Date()) => ({
  ...facts,
  email: "zoe@example.org",
  erasureDueAt,
});

const onePerson = ROLES.flatMap((role) =>
  MEMBERSHIP_STATUSES.map((status) => ({ id: "owner", role, status })),
);

function accounts(): Cell[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    onePerson.flatMap((facts) => {
      const { groups, among } = facing(facts.status);
      const isThis = (actor: Actor) => actor?.accountId !== "owner" || actor.role === facts.role;
      const cast = { groups, among: among.filter(({ actor }) => isThis(actor)) };
      const isOwnAffair = name === "canAskAddressFor" && facts.role === "administrator";
      const line = isOwnAffair ? "nobody" : lineFor(ACCOUNT[name] ?? {}, facts.status);
      return row(name, `a ${facts.status} ${facts.role}`, line, cast, (actor) =>
        rule(actor, facts),
      );
    }),
  );
}

function links(): Cell[] {
  const among = onePerson.map((actor) => ({
    name: actor.status === "active" ? actor.role : `${actor.role}.${actor.status}`,
    actor,
  }));
  const everyStatus = among.map(({ name }) => name);
  const single = Object.fromEntries(everyStatus.map((name) => [name, [name]]));
  const cast: Cast<(typeof onePerson)[number]> = { among, groups: { ...single, everyStatus } };
  return Object.entries(LINK).flatMap(([purpose, line]) =>
    row("canHaveLink", purpose, line, cast, (one) =>
      password.canHaveLink(one, purpose as password.LinkPurpose),
    ),
  );
}

/** The portal itself erases and signs out; whoever has an address signs in. */
function portal(): Cell[] {
  const cast = {
    among: [{ name: "portal", actor: "portal" as const }],
    groups: { portal: ["portal"] },
  };
  const addresses = {
    among: [
      { name: "living", actor: "zoe@example.org" },
      { name: "erased", actor: "0f@erased.invalid" },
    ],
    groups: { living: ["living"] },
  };
  return [
    ...row("canEraseAccount", "by the portal", "portal", cast, (it) =>
      account.canEraseAccount(it, "x"),
    ),
    ...row("canEndSessions", "by the portal", "portal", cast, (it) =>
      session.canEndSessions(it, "x"),
    ),
    ...row("canChangeAddress", "of its own", "living", addresses, (email) =>
      account.canChangeAddress({ accountId: "x" }, { id: "x", email }),
    ),
    ...row(
      "canAskErasure",
      "asked for already",
      "nobody",
      { ...addresses, groups: { nobody: [] } },
      (email) =>
        account.canAskErasure({ accountId: "x" }, { id: "x", email, erasureDueAt: new Date() }),
    ),
    ...row(
      "canWithdrawErasure",
      "never asked for",
      "nobody",
      { ...addresses, groups: { nobody: [] } },
      () => account.canWithdrawErasure({ accountId: "x" }, { id: "x", erasureDueAt: null }),
    ),
    ...closings(),
    ...onePerson.flatMap((facts) => {
      const line = facts.status === "active" && facts.role === "member" ? "portal" : "nobody";
      const here = { ...cast, groups: { ...cast.groups, nobody: [] } };
      return row(
        "canLapseAccount",
        `a ${facts.status} ${facts.role}, by the portal`,
        line,
        here,
        (it) => account.canLapseAccount(it, facts),
      );
    }),
    ...row("canSignIn", "", "living", addresses, (email) => session.canSignIn({ email })),
  ];
}

/** Ninety days after it lapsed, and no other. */
function closings(): Cell[] {
  const among = [
    { name: "early", actor: "2026-08-28" },
    { name: "due", actor: "2026-08-27" },
  ];
  return MEMBERSHIP_STATUSES.flatMap((status) =>
    row(
      "canCloseAccount",
      status,
      status === "lapsed" ? "due" : "nobody",
      { among, groups: { due: ["due"], nobody: [] } },
      (lapsedOn) => account.canCloseAccount({ status, lapsedOn }, "2026-11-26"),
    ),
  );
}

function fields(): Cell[] {
  return VISIBILITIES.flatMap((level) => {
    const ofContact = level === "contacts" ? "readingProfiles anyOwner" : FIELD[level];
    const seen = (isContact: boolean) => (actor: Actor) =>
      member.canSeeField(actor, { accountId: "owner", isContact }, level);
    return [
      ...row("canSeeField", level, FIELD[level], VIEWERS, seen(false)),
      ...row("canSeeField", `${level} of a contact`, ofContact, VIEWERS, seen(true)),
    ];
  });
}

function plain(): Cell[] {
  const rules: Record<string, (actor: Actor) => boolean> = {
    canEditMember: (actor) => actor !== null && member.canEditMember(actor, { accountId: "owner" }),
    canOpenQueue: moderation.canOpenQueue,
    canListAccounts: moderation.canListAccounts,
    canBringIn: imports.canBringIn,
    canReadTrail: audit.canReadTrail,
    canReadJobs: jobs.canReadJobs,
    canReadOutcomes: statistics.canReadOutcomes,
  };
  return Object.entries(rules).flatMap(([name, rule]) => row(name, "", PLAIN[name], VIEWERS, rule));
}

/** Accounts, links and sessions, fields of a profile, and the pages of the club team. */
export const accountCells = (): Cell[] => [
  ...accounts(),
  ...links(),
  ...portal(),
  ...fields(),
  ...plain(),
];
