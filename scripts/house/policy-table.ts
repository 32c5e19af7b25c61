import type { Visibility } from "@/db/enums";

/** Who may do what, written by hand and apart from the code. A state that is not listed here fails the matrix. */

/** Everybody who may stand before an object: `.own` owns it, a status is named unless it is active. */
const STATUSES = ["", ".pending", ".suspended", ".lapsed", ".left"];
const ROLES = ["member", "moderator", "administrator"];
const every = (suffix: string) =>
  ROLES.flatMap((role) => STATUSES.map((status) => role + suffix + status));

const OTHERS = every("");
const OWNERS = every(".own");

/** `staff` is an administrator without a profile. */
export const ACTORS = ["visitor", "staff", ...OTHERS, ...OWNERS];

const GROUPS: Record<string, string[]> = {
  nobody: [],
  visitors: ["visitor"],
  actives: ["member", "moderator", "administrator", "staff"],
  team: ["moderator", "administrator", "staff"],
  administrators: ["administrator", "staff"],
  owner: ["member.own", "moderator.own", "administrator.own"],
  ownAdministrator: ["administrator.own"],
  ownTeam: ["moderator.own", "administrator.own"],
  anyOwner: OWNERS,
  profiles: ["member", "moderator", "administrator"],
  everybody: ACTORS,
};

/** The actors of a line such as `"team owner"`. */
export function namedActors(line: string): Set<string> {
  const groups = line.split(" ").map((name) => GROUPS[name]);
  if (groups.includes(undefined)) throw new Error(`no such group in "${line}"`);
  return new Set(groups.flatMap((names) => names ?? []));
}

type Line = Record<string, string>;

/** `others` stands for every state that is not named; it is written, never assumed. */
export const PROJECT: Record<string, Line> = {
  canSeeProjectTeaser: {
    published: "everybody",
    "published, owner away": "team anyOwner",
    others: "anyOwner",
  },
  canSeeProjectText: {
    published: "actives anyOwner",
    "published, owner away": "team anyOwner",
    others: "anyOwner",
  },
  canReadDossier: {
    draft: "nobody",
    "draft, owner away": "nobody",
    others: "team ownTeam",
  },
  canEditProject: { draft: "owner", "changes-requested": "owner", others: "nobody" },
  canSubmitProject: { draft: "owner", "changes-requested": "owner", others: "nobody" },
  canWithdrawProject: {
    draft: "owner",
    submitted: "owner",
    "changes-requested": "owner",
    published: "owner",
    others: "nobody",
  },
  canReopenProject: { withdrawn: "owner", others: "nobody" },
  canArchiveProject: {
    published: "owner",
    refused: "owner",
    withdrawn: "owner",
    others: "nobody",
  },
  canDecideProject: { submitted: "team", "submitted, owner away": "team", others: "nobody" },
};

/** By state of the project and of its open edit, `none` without one. */
export const REVISION: Record<string, Line> = {
  canEditRevision: {
    "published/none": "owner",
    "published/draft": "owner",
    "published/changes-requested": "owner",
    others: "nobody",
  },
  canSubmitRevision: {
    "published/draft": "owner",
    "published/changes-requested": "owner",
    others: "nobody",
  },
  canWithdrawRevision: {
    "*/draft": "owner",
    "*/submitted": "owner",
    "*/changes-requested": "owner",
    others: "nobody",
  },
  canDecideRevision: { "published/submitted": "team", others: "nobody" },
};

/** By status of the account acted on. */
export const ACCOUNT: Record<string, Line> = {
  canSuspendAccount: { active: "administrators", others: "nobody" },
  canReinstateAccount: {
    suspended: "administrators",
    lapsed: "administrators",
    others: "nobody",
  },
  "canChangeRole to member": { left: "nobody", others: "administrators" },
  "canChangeRole to moderator": { active: "administrators", others: "nobody" },
  "canChangeRole to administrator": { active: "administrators", others: "nobody" },
  canEraseAccount: { others: "anyOwner" },
  canEndSessions: { others: "anyOwner administrators ownTeam" },
};

/** Member field levels. */
export const FIELD: Record<Visibility, string> = {
  public: "everybody",
  members: "actives anyOwner",
  contacts: "anyOwner",
  team: "team anyOwner",
  self: "anyOwner",
};

/** What has no state. */
export const PLAIN: Line = {
  canEditMember: "owner",
  canDraftProject: "profiles owner",
  canOpenQueue: "team ownTeam",
  canListAccounts: "administrators ownAdministrator",
  canReadTrail: "administrators ownAdministrator",
};

/** From each state, where it may go. */
export const MOVES = {
  account: {
    pending: "active left",
    active: "suspended lapsed left",
    suspended: "active left",
    lapsed: "active left",
    left: "",
  },
  project: {
    draft: "submitted withdrawn",
    submitted: "changes-requested published refused withdrawn",
    "changes-requested": "submitted withdrawn",
    published: "withdrawn archived",
    refused: "archived",
    withdrawn: "draft archived",
    archived: "",
  },
  revision: {
    draft: "submitted withdrawn",
    submitted: "changes-requested published refused withdrawn",
    "changes-requested": "submitted withdrawn",
    published: "",
    refused: "",
    withdrawn: "",
  },
  progress: {
    idea: "scoping seeking-partners in-progress on-hold dropped",
    scoping: "seeking-partners negotiating in-progress on-hold dropped",
    "seeking-partners": "paused negotiating in-progress on-hold dropped",
    paused: "seeking-partners on-hold dropped",
    negotiating: "seeking-partners in-progress on-hold dropped",
    "in-progress": "seeking-partners completed on-hold dropped",
    completed: "",
    "on-hold": "scoping seeking-partners in-progress dropped",
    dropped: "",
  },
} as const;
