import {
  INTEREST_STATES,
  type InterestState,
  MEMBERSHIP_STATUSES,
  MODERATION_STATES,
  PROGRESS_STATES,
} from "@/db/enums";
import * as policy from "@/lib/interests/policy";
import { type Actor, type Cast, type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By the state and by which of the two `.own` is; everybody else is a stranger to it. */
const INTEREST: Record<string, Lines> = {
  canSeeInterest: {
    "*/sender": "readingOwner",
    "*/owner": "readingOwner",
    "*/silenced": "readingOwner",
    others: "nobody",
  },
  canReviewInterest: { "sent/owner": "owner", others: "nobody" },
  canAskForMore: { "sent/owner": "owner", "under-review/owner": "owner", others: "nobody" },
  canAnswerQuestion: {
    "more-info-asked/sender": "owner",
    "more-info-asked/silenced": "owner",
    others: "nobody",
  },
  canAcceptInterest: { "sent/owner": "owner", "under-review/owner": "owner", others: "nobody" },
  canDeclineInterest: {
    "sent/owner": "owner",
    "under-review/owner": "owner",
    "more-info-asked/owner": "owner",
    others: "nobody",
  },
  canWithdrawInterest: {
    "sent/sender": "owner",
    "under-review/sender": "owner",
    "more-info-asked/sender": "owner",
    "sent/silenced": "owner",
    "under-review/silenced": "owner",
    "more-info-asked/silenced": "owner",
    others: "nobody",
  },
  canEndInterestContact: {
    "*/stranger": "nobody",
    "*/deaf": "nobody",
    "accepted/*": "readingOwner",
    "in-talks/*": "readingOwner",
    "agreement/*": "readingOwner",
    others: "nobody",
  },
  canWriteMessage: {
    "*/stranger": "nobody",
    "*/deaf": "nobody",
    "sent/*": "owner",
    "under-review/*": "owner",
    "more-info-asked/*": "owner",
    "accepted/*": "owner",
    "in-talks/*": "owner",
    others: "nobody",
  },
};

/** Where either of the two may take it, by the state it is in. */
const CONCLUDE: Record<string, Lines> = {
  "in-talks": {
    "*/stranger": "nobody",
    "*/deaf": "nobody",
    "accepted/*": "owner",
    others: "nobody",
  },
  agreement: {
    "*/stranger": "nobody",
    "*/deaf": "nobody",
    "accepted/*": "owner",
    "in-talks/*": "owner",
    others: "nobody",
  },
  "no-agreement": {
    "*/stranger": "nobody",
    "*/deaf": "nobody",
    "accepted/*": "owner",
    "in-talks/*": "owner",
    others: "nobody",
  },
};

/** What the portal does by itself to an open one, when its day has come. */
const PORTAL: Lines = { canLapse: "due", canBeReminded: "due" };

const PARTIES = {
  sender: { senderId: "own-member", ownerId: "somebody" },
  owner: { senderId: "somebody", ownerId: "own-member" },
  stranger: { senderId: "somebody", ownerId: "somebody-else" },
  // Whom the owner has blocked sends as before, and the owner is a stranger to it.
  silenced: { senderId: "own-member", ownerId: "somebody", isSilenced: true },
  deaf: { senderId: "somebody", ownerId: "own-member", isSilenced: true },
};

const scenes = INTEREST_STATES.flatMap((state) =>
  Object.entries(PARTIES).map(([party, who]) => ({
    on: `${state}/${party}`,
    facts: { state, ...who },
  })),
);

const open: readonly InterestState[] = ["sent", "under-review", "more-info-asked"];
const ENDS: readonly string[] = ["completed", "dropped"];

type Rule = (actor: Actor, facts: unknown) => boolean;
const ruleOf = (name: string) => (policy as unknown as Record<string, Rule>)[name] as Rule;

const online = { senderStatus: "active", moderation: "published" } as const;

function interests(): Cell[] {
  return Object.entries(INTEREST).flatMap(([name, lines]) =>
    scenes.flatMap(({ on, facts }) =>
      row(name, on, lineFor(lines, on), VIEWERS, (actor) =>
        ruleOf(name)(actor, { ...facts, ...online }),
      ),
    ),
  );
}

/** Nobody accepts somebody who is gone, or in a project that is not online. */
function acceptances(): Cell[] {
  const facts = { state: "sent", ...PARTIES.owner } as const;
  return MEMBERSHIP_STATUSES.flatMap((senderStatus) =>
    MODERATION_STATES.flatMap((moderation) => {
      const line = senderStatus === "active" && moderation === "published" ? "owner" : "nobody";
      return row(
        "canAcceptInterest",
        `${moderation} of a ${senderStatus}`,
        line,
        VIEWERS,
        (actor) => policy.canAcceptInterest(actor, { ...facts, senderStatus, moderation }),
      );
    }),
  );
}

/** With their project, and only then, its owner ends those that wait in it. */
function endings(): Cell[] {
  const states = MODERATION_STATES.flatMap((moderation) =>
    PROGRESS_STATES.map((progress) => ({ moderation, progress })),
  );
  return states.flatMap((project) => {
    const isOver = project.moderation !== "published" || ENDS.includes(project.progress);
    return scenes.flatMap(({ on, facts }) => {
      const line =
        isOver && open.includes(facts.state) && /\/(owner|deaf)$/.test(on) ? "owner" : "nobody";
      return row("canEndInterest", `${on} in ${Object.values(project)}`, line, VIEWERS, (actor) =>
        policy.canEndInterest(actor, { ...facts, ...project }),
      );
    });
  });
}

function conclusions(): Cell[] {
  return INTEREST_STATES.flatMap((to) =>
    scenes.flatMap(({ on, facts }) => {
      const line = CONCLUDE[to] ? lineFor(CONCLUDE[to], on) : "nobody";
      return row("canConcludeInterest", `${on} to ${to}`, line, VIEWERS, (actor) =>
        policy.canConcludeInterest(actor, facts, to),
      );
    }),
  );
}

function portal(): Cell[] {
  const cast: Cast<boolean> = {
    among: [
      { name: "due", actor: true },
      { name: "early", actor: false },
    ],
    groups: { due: ["due"], nobody: [] },
  };
  return INTEREST_STATES.flatMap((state) => {
    const line = (name: string) => (open.includes(state) ? PORTAL[name] : "nobody");
    return [
      ...row("canLapse", state, line("canLapse"), cast, (isDue) =>
        policy.canLapse({ state }, isDue),
      ),
      ...row("canBeReminded", state, line("canBeReminded"), cast, (isActive) =>
        policy.canBeReminded({ state, isActive }),
      ),
    ];
  });
}

/** Either of the two, by who of them said that a machine may translate. */
function machines(): Cell[] {
  const yes = new Date();
  return [yes, null].flatMap((senderMachineAt) =>
    [yes, null].flatMap((receiverMachineAt) =>
      scenes.flatMap(({ on, facts }) => {
        const isOpen = senderMachineAt && receiverMachineAt && !/stranger|deaf/.test(on);
        const where = `${on} with ${[senderMachineAt, receiverMachineAt].filter(Boolean).length}`;
        const machine = { senderMachineAt, receiverMachineAt };
        return row(
          "canTranslateInterest",
          `${where} of two willing, the sender ${senderMachineAt !== null}`,
          isOpen ? "readingOwner" : "nobody",
          VIEWERS,
          (actor) => policy.canTranslateInterest(actor, { ...facts, ...machine }),
        );
      }),
    ),
  );
}

const inviting: policy.InterestingProject = {
  ownerId: "somebody",
  ownerStatus: "active",
  moderation: "published",
  progress: "seeking-partners",
  acceptingInterests: true,
  deadline: null,
  isColleague: false,
  isStanding: false,
  open: 0,
  isBlocked: false,
};

/** One thing that differs from a project that everybody with a profile may answer. */
const DIFFERENCES: [on: string, project: Partial<policy.InterestingProject>, line: string][] = [
  ["an inviting project", {}, "profiles owner"],
  ["the fifth", { open: 4 }, "profiles owner"],
  ["on its last day", { deadline: "2026-11-25" }, "profiles owner"],
  ["one's own", { ownerId: "own-member" }, "profiles"],
  ["a colleague's", { isColleague: true }, "nobody"],
  ["of somebody whom one has blocked", { isBlocked: true }, "nobody"],
  ["a lapsed owner's", { ownerStatus: "lapsed" }, "nobody"],
  ["a suspended owner's", { ownerStatus: "suspended" }, "nobody"],
  ["a withdrawn one", { moderation: "withdrawn" }, "nobody"],
  ["a paused one", { progress: "paused" }, "nobody"],
  ["one on hold", { progress: "on-hold" }, "nobody"],
  ["a dropped one", { progress: "dropped" }, "nobody"],
  ["a completed one", { progress: "completed" }, "nobody"],
  ["a day too late", { deadline: "2026-11-24" }, "nobody"],
  ["closed to interests", { acceptingInterests: false }, "nobody"],
  ["a second time", { isStanding: true }, "nobody"],
  ["the sixth", { open: 5 }, "nobody"],
];

const approaches = (): Cell[] =>
  DIFFERENCES.flatMap(([on, project, line]) =>
    row("canExpressInterest", on, line, VIEWERS, (actor) =>
      policy.canExpressInterest(actor, { ...inviting, ...project }, "2026-11-25"),
    ),
  );

/** An interest from its sending to what came of the talks. */
export const interestCells = (): Cell[] => [
  ...interests(),
  ...acceptances(),
  ...endings(),
  ...conclusions(),
  ...portal(),
  ...machines(),
  ...approaches(),
];
