import { MEMBERSHIP_STATUSES } from "@/db/enums";
import { canBlockMember } from "@/lib/introductions/blocking.policy";
import * as policy from "@/lib/introductions/policy";
import { type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

const DAY = "2026-11-25";

/** By the state and by which of the two `.own` is; everybody else is a stranger to it. */
const INTRODUCTION: Record<string, Lines> = {
  canSeeIntroduction: {
    "*/asker": "readingOwner",
    "*/asked": "readingOwner",
    "*/between": "readingOwner",
    others: "nobody",
  },
  canAcceptIntroduction: { "asked/asked": "owner", "passed-on/asked": "owner", others: "nobody" },
  canSetAsideIntroduction: {
    "asked/asked": "owner",
    "passed-on/asked": "owner",
    others: "nobody",
  },
  canWithdrawIntroduction: {
    "asked/asker": "owner",
    "passed-on/asker": "owner",
    "not-passed/asker": "owner",
    others: "nobody",
  },
  canEndContact: {
    "accepted/asker": "readingOwner",
    "accepted/asked": "readingOwner",
    others: "nobody",
  },
  canChooseIntroductionMachine: { "*/asker": "readingOwner", others: "nobody" },
  canPassOnIntroduction: { "asked/between": "owner", others: "nobody" },
  canKeepBackIntroduction: { "asked/between": "owner", others: "nobody" },
};

const PARTIES = {
  asker: { askerId: "own-member", askedId: "somebody" },
  asked: { askerId: "somebody", askedId: "own-member" },
  stranger: { askerId: "somebody", askedId: "somebody-else" },
  between: {
    askerId: "somebody",
    askedId: "somebody-else",
    goBetweenId: "own-member",
    isHeld: true,
  },
  // Nothing to whoever is asked, until it is passed on.
  held: { askerId: "somebody", askedId: "own-member", goBetweenId: "somebody-else", isHeld: true },
};

const STATES = ["asked", "passed-on", "not-passed", "accepted", "not-now", "ended"] as const;

const RULES = {
  canSeeIntroduction: policy.canSeeIntroduction,
  canAcceptIntroduction: policy.canAcceptIntroduction,
  canSetAsideIntroduction: policy.canSetAsideIntroduction,
  canWithdrawIntroduction: policy.canWithdrawIntroduction,
  canEndContact: policy.canEndContact,
  canChooseIntroductionMachine: policy.canChooseIntroductionMachine,
  canPassOnIntroduction: policy.canPassOnIntroduction,
  canKeepBackIntroduction: policy.canKeepBackIntroduction,
};

const introductions = (): Cell[] =>
  STATES.flatMap((state) =>
    Object.entries(PARTIES).flatMap(([party, who]) =>
      Object.entries(RULES).flatMap(([name, rule]) => {
        const on = `${state}/${party}`;
        return row(name, on, lineFor(INTRODUCTION[name] ?? {}, on), VIEWERS, (actor) =>
          rule(actor, { state, ...who, askerStatus: "active", askedStatus: "active" }),
        );
      }),
    ),
  );

/** Nobody accepts somebody who is gone. */
const acceptances = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((askerStatus) =>
    row(
      "canAcceptIntroduction",
      `of a ${askerStatus}`,
      askerStatus === "active" ? "owner" : "nobody",
      VIEWERS,
      (actor) =>
        policy.canAcceptIntroduction(actor, { state: "asked", ...PARTIES.asked, askerStatus }),
    ),
  );

/** Nobody passes on what somebody asks who is gone, or to somebody who is. */
const passings = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((askerStatus) =>
    MEMBERSHIP_STATUSES.flatMap((askedStatus) =>
      row(
        "canPassOnIntroduction",
        `of a ${askerStatus} to a ${askedStatus}`,
        askerStatus === "active" && askedStatus === "active" ? "owner" : "nobody",
        VIEWERS,
        (actor) =>
          policy.canPassOnIntroduction(actor, {
            ...{ state: "asked", ...PARTIES.between, askerStatus, askedStatus },
          }),
      ),
    ),
  );

/** Those who read it, as long as its asker said that a machine may. */
const machines = (): Cell[] =>
  [new Date(), null].flatMap((machineAt) =>
    STATES.flatMap((state) =>
      Object.entries(PARTIES).flatMap(([party, who]) => {
        const isOpen = machineAt !== null && (party === "asked" || party === "between");
        const on = `${state}/${party}, ${machineAt ? "" : "not "}allowed`;
        return row(
          "canTranslateIntroduction",
          on,
          isOpen ? "readingOwner" : "nobody",
          VIEWERS,
          (actor) => policy.canTranslateIntroduction(actor, { state, ...who, machineAt }),
        );
      }),
    ),
  );

const willing: policy.Acquaintance = {
  memberId: "somebody",
  status: "active",
  isListed: true,
  between: [],
  askedToday: 0,
  isAskerListed: true,
  isBlocked: false,
};

const between = (
  state: policy.IntroductionState,
  isMine: boolean,
  endsOn: string,
): Partial<policy.Acquaintance> => ({ between: [{ id: "one", isMine, state, endsOn }] });

/** Who asked and was met, until a day. */
const ended = (contactEndedOn: string): Partial<policy.Acquaintance> => ({
  between: [{ id: "one", isMine: false, state: "ended", endsOn: "2026-09-01", contactEndedOn }],
});

/** One thing that differs from a person whom everybody with a profile may ask. */
const DIFFERENCES: [on: string, person: Partial<policy.Acquaintance>, line: string][] = [
  ["an active member", {}, "profiles owner"],
  ["of somebody out of the directory", { isAskerListed: false }, "nobody"],
  ["the tenth today", { askedToday: 9 }, "profiles owner"],
  ["the eleventh today", { askedToday: 10 }, "nobody"],
  ["oneself", { memberId: "own-member" }, "profiles"],
  ["somebody who stands in no directory", { isListed: false }, "nobody"],
  ...(["pending", "suspended", "lapsed", "left"] as const).map(
    (status): [string, Partial<policy.Acquaintance>, string] => [status, { status }, "nobody"],
  ),
  ["whom one has blocked", { isBlocked: true }, "nobody"],
  ["who was asked and has not answered", between("asked", true, "2026-12-25"), "nobody"],
  ["who has asked", between("asked", false, "2026-12-25"), "nobody"],
  ["who said yes", between("accepted", true, "2026-10-01"), "nobody"],
  ["to whom one said yes", between("accepted", false, "2026-10-01"), "nobody"],
  ["29 days after the end", between("ended", true, "2026-10-27"), "nobody"],
  ["30 days after the end", between("ended", true, "2026-10-26"), "profiles owner"],
  ["29 days after the contact's end", ended("2026-10-27"), "nobody"],
  ["30 days after the contact's end", ended("2026-10-26"), "profiles owner"],
  ["who asked, in vain", between("ended", false, "2026-11-24"), "profiles owner"],
  ["to whom one said not now", between("not-now", false, "2026-11-26"), "nobody"],
  ["whose days are over since", between("not-now", false, "2026-11-25"), "profiles owner"],
];

const askings = (): Cell[] =>
  DIFFERENCES.flatMap(([on, person, line]) =>
    row("canAskIntroduction", on, line, VIEWERS, (actor) =>
      policy.canAskIntroduction(actor, { ...willing, ...person }, DAY),
    ),
  );

/** Whoever has a profile blocks anybody but themselves. */
const blockings = (): Cell[] => [
  ...row("canBlockMember", "somebody", "profiles owner", VIEWERS, (actor) =>
    canBlockMember(actor, { memberId: "somebody" }),
  ),
  ...row("canBlockMember", "oneself", "profiles", VIEWERS, (actor) =>
    canBlockMember(actor, { memberId: "own-member" }),
  ),
];

/** Those called `.own` are the one or the other. */
export const introductionCells = (): Cell[] => [
  ...introductions(),
  ...acceptances(),
  ...passings(),
  ...machines(),
  ...askings(),
  ...blockings(),
];
