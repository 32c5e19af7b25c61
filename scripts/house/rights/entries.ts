import {
  ENTRY_LEVELS,
  MEMBERSHIP_STATUSES,
  type MembershipStatus,
  MODERATION_STATES,
  type ModerationState,
  REVISION_STATES,
} from "@/db/enums";
import * as policy from "@/lib/entries/policy";
import { type Actor, type Cell, facing, isHere, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By moderation state; `away` when nobody comes upon the owner. Who may do what, apart from the code. */
const ENTRY: Record<string, Lines> = {
  canSeeEntry: {
    published: "everybody",
    "published, owner away": "team anyOwner",
    others: "anyOwner",
  },
  canReadDossier: {
    draft: "nobody",
    "draft, owner away": "nobody",
    others: "team ownTeam",
  },
  canEditEntry: { draft: "owner", "changes-requested": "owner", others: "nobody" },
  canSubmitEntry: { draft: "owner", "changes-requested": "owner", others: "nobody" },
  canWithdrawEntry: {
    draft: "owner",
    submitted: "owner",
    "changes-requested": "owner",
    published: "owner",
    others: "nobody",
  },
  canReopenEntry: { withdrawn: "owner", others: "nobody" },
  canArchiveEntry: {
    published: "owner",
    refused: "owner",
    withdrawn: "owner",
    others: "nobody",
  },
  canDecideEntry: { submitted: "team", "submitted, owner away": "team", others: "nobody" },
  canSetLevels: { published: "owner", others: "nobody" },
  canPublishForClub: { others: "nobody" },
};

/** By state, level of the part and whether the owner accepted an interest: `known` once accepted, else `unknown`. */
const SIGHT: Lines = {
  "published/members/*": "readers anyOwner",
  "published/contacts/known": "readers anyOwner",
  "published, owner away/members/*": "team anyOwner",
  "published, owner away/contacts/known": "team anyOwner",
  others: "anyOwner",
};
const SEEN = { canSeeText: "textLevel", canSeeOwner: "ownerLevel" } as const;

/** By state of the entry and of its open edit, `none` without one. */
const REVISION: Record<string, Lines> = {
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

/** An entry of the account `owner`, handed in unless it is a draft. */
export const factsOf = (moderation: ModerationState, ownerStatus: MembershipStatus) => ({
  moderation,
  ownerAccountId: "owner",
  ownerStatus,
  submittedAt: moderation === "draft" ? null : new Date(0),
});

type Rule = (viewer: Actor, facts: object) => boolean;
const ruleOf = (name: string) => (policy as unknown as Record<string, Rule>)[name] as Rule;

const everyState = MEMBERSHIP_STATUSES.flatMap((status) =>
  MODERATION_STATES.map((state) => ({ status, state, facts: factsOf(state, status) })),
);

function entries(): Cell[] {
  return Object.entries(ENTRY).flatMap(([name, lines]) =>
    everyState.flatMap(({ status, state, facts }) => {
      const line = lineFor(lines, isHere(status) ? state : `${state}, owner away`);
      const on = `${state} of a ${status} owner`;
      return row(name, on, line, facing(status), (actor) => ruleOf(name)(actor, facts));
    }),
  );
}

function revisions(): Cell[] {
  return Object.entries(REVISION).flatMap(([name, lines]) =>
    everyState.flatMap(({ status, state, facts }) =>
      [null, ...REVISION_STATES].flatMap((revision) => {
        const edit = `${state}/${revision ?? "none"}`;
        const ask = (actor: Actor) => ruleOf(name)(actor, { ...facts, revision });
        return row(name, `${edit} of a ${status} owner`, lineFor(lines, edit), facing(status), ask);
      }),
    ),
  );
}

/** Both parts are open to the same people, each by its own level. */
function parts(): Cell[] {
  return Object.entries(SEEN).flatMap(([name, column]) =>
    everyState.flatMap(({ status, state, facts }) =>
      ENTRY_LEVELS.flatMap((level) =>
        [true, false].flatMap((isContact) => {
          const away = isHere(status) ? state : `${state}, owner away`;
          const on = `${away}/${level}/${isContact ? "known" : "unknown"}`;
          const line = lineFor(SIGHT, on);
          const other = level === "members" ? "contacts" : "members";
          const levels = { textLevel: other, ownerLevel: other, [column]: level, isContact };
          const ask = (actor: Actor) => ruleOf(name)(actor, { ...facts, ...levels });
          return row(name, on, line, facing(status), ask);
        }),
      ),
    ),
  );
}

/** What was never handed in is its owner's alone. */
function neverHandedIn(): Cell[] {
  return MODERATION_STATES.flatMap((state) => {
    const facts = { ...factsOf(state, "active"), submittedAt: null };
    const ask = (actor: Actor) => policy.canReadDossier(actor, facts);
    return row("canReadDossier", `${state}, never handed in`, "nobody", VIEWERS, ask);
  });
}

/** A draft goes for good as long as nobody but its owner ever had it. */
function erasures(): Cell[] {
  return everyState.flatMap(({ status, state, facts }) =>
    [true, false].flatMap((handedIn) => {
      const isOwn = status === "active" && ["draft", "withdrawn"].includes(state) && !handedIn;
      const line = isOwn ? "owner" : "nobody";
      const ask = (actor: Actor) =>
        policy.canEraseDraft(actor, { ...facts, wasHandedIn: handedIn });
      const on = `${state} of a ${status} owner, ${handedIn ? "" : "never "}handed in`;
      return row("canEraseDraft", on, line, facing(status), ask);
    }),
  );
}

/** Online before the club team reads it: a draft of whom its kind trusts; then theirs to read, once. */
function unread(): Cell[] {
  return everyState.flatMap(({ status, state, facts }) =>
    [true, false].flatMap((is) => {
      const on = `${state} of a ${status} owner, ${is ? "" : "not "}`;
      const since = { ...facts, unreadSince: is ? new Date(0) : null };
      const publishes = (actor: Actor) =>
        policy.canPublishUnread(actor, { ...facts, isTrusted: is });
      const reads = (actor: Actor) => policy.canMarkRead(actor, since);
      const line = is && state === "draft" ? "owner" : "nobody";
      return [
        ...row("canPublishUnread", `${on}trusted`, line, facing(status), publishes),
        ...row("canMarkRead", `${on}unread`, is ? "team" : "nobody", facing(status), reads),
      ];
    }),
  );
}

/** What all entries with an owner share; those of the club are in `kept.ts`. */
export const entryCells = (): Cell[] => [
  ...entries(),
  ...parts(),
  ...revisions(),
  ...neverHandedIn(),
  ...erasures(),
  ...unread(),
];
