import type { MembershipStatus, Role } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";

export type Actor = Viewer | null;

/** Everybody who may stand before an object: `.own` owns it, a status is named unless it is active. */
const STATUSES = ["", ".pending", ".suspended", ".lapsed", ".left"];
const ROLES = ["member", "moderator", "administrator"];
const every = (suffix: string) =>
  ROLES.flatMap((role) => STATUSES.map((status) => role + suffix + status));

/** Who reads on, and writes no more than in their rooms and their own profile. */
const LAPSED = ROLES.map((role) => `${role}.lapsed`);
const OWN_LAPSED = ROLES.map((role) => `${role}.own.lapsed`);

/** `staff` is an administrator without a profile. */
const NAMES = ["visitor", "staff", ...every(""), ...every(".own")];

const GROUPS: Record<string, string[]> = {
  nobody: [],
  visitor: ["visitor"],
  staff: ["staff"],
  actives: ["member", "moderator", "administrator", "staff"],
  readers: ["member", "moderator", "administrator", "staff", ...LAPSED],
  readingProfiles: ["member", "moderator", "administrator", ...LAPSED],
  readingOwner: ["member.own", "moderator.own", "administrator.own", ...OWN_LAPSED],
  team: ["moderator", "administrator", "staff"],
  profiledTeam: ["moderator", "administrator"],
  administrators: ["administrator", "staff"],
  owner: ["member.own", "moderator.own", "administrator.own"],
  ownAdministrator: ["administrator.own"],
  ownTeam: ["moderator.own", "administrator.own"],
  anyOwner: every(".own"),
  anyOther: every(""),
  profiles: ["member", "moderator", "administrator"],
  otherMembers: ["member", "moderator"],
  everybody: NAMES,
};

/** The people of a matrix, by name, and the groups that a line of its table may name. */
export type Cast<One> = {
  among: { name: string; actor: One }[];
  groups: Record<string, string[]>;
};

function actorOf(name: string): Actor {
  if (name === "visitor") return null;
  const [role = "", ...rest] = name.split(".");
  const isOwn = rest[0] === "own";
  const status = (isOwn ? rest[1] : rest[0]) ?? "active";
  const profile = isOwn ? "own-member" : "other-member";
  return {
    accountId: isOwn ? "owner" : "other",
    memberId: role === "staff" ? null : profile,
    memberSlug: null,
    role: (role === "staff" ? "administrator" : role) as Role,
    status: status as MembershipStatus,
    locale: "fr",
    theme: "system",
    sessionId: "session",
    name,
  };
}

export const VIEWERS: Cast<Actor> = {
  among: NAMES.map((name) => ({ name, actor: actorOf(name) })),
  groups: GROUPS,
};

/** Whether others come upon the things of an owner with this status. */
export const isHere = (status: MembershipStatus) => status === "active" || status === "lapsed";

/** Owners are their own status; for others the owner may have any. */
export function facing(ownerStatus: MembershipStatus): Cast<Actor> {
  const isFacing = (actor: Actor) => actor?.accountId !== "owner" || actor.status === ownerStatus;
  return { groups: GROUPS, among: VIEWERS.among.filter(({ actor }) => isFacing(actor)) };
}

/** One question to a policy. `isExpected` is undefined where the table says nothing: such a cell fails. */
export type Cell = {
  rule: string;
  on: string;
  by: string;
  isAllowed: boolean;
  isExpected?: boolean;
};

/** A line of a table, such as `"team owner"`, by the states it speaks of. */
export type Lines = Record<string, string>;

/** One row of the matrix: what everybody of a cast may do with an object in one state, and what the line says. */
export function row<One>(
  rule: string,
  on: string,
  line: string | undefined,
  { among, groups }: Cast<One>,
  ask: (actor: One) => boolean,
): Cell[] {
  const may = line === undefined ? undefined : namedIn(line, groups);
  return among.map(({ name, actor }) => ({
    rule,
    on,
    by: name,
    isAllowed: ask(actor),
    ...(may && { isExpected: may.has(name) }),
  }));
}

function namedIn(line: string, groups: Record<string, string[]>): Set<string> {
  return new Set(
    line.split(" ").flatMap((group) => {
      const names = groups[group];
      if (!names) throw new Error(`no such group: "${group}" in "${line}"`);
      return names;
    }),
  );
}

/**
 * The first line whose pattern fits a state such as `members/manager`: `*` stands for any part, `others` for all that
 * is left. Undefined when no line speaks of it.
 */
export function lineFor(lines: Lines, state: string): string | undefined {
  const parts = state.split("/");
  const fits = (pattern: string) => {
    const wanted = pattern.split("/");
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part === "*" || part === parts[index])
    );
  };
  const found = Object.entries(lines).find(([pattern]) => pattern === "others" || fits(pattern));
  return found?.[1];
}
