import { MEMBERSHIP_STATUSES, MODERATION_STATES } from "@/db/enums";
import * as policy from "@/lib/asks/policy";
import { type Cell, facing, lineFor, row, VIEWERS } from "./actors";
import { factsOf } from "./entries";

const OPEN = { textLevel: "members", ownerLevel: "members", isContact: false } as const;

/** Who answers, and who says that an answer helped. */
const answeringCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      [true, false].flatMap((isOpen) => {
        const on = `${state}, ${isOpen ? "open" : "closed"}, of a ${status} owner`;
        const ask = { ...factsOf(state, status), ...OPEN, isOpen };
        const isAsked = state === "published" && isOpen && status === "active";
        return row("canAnswerAsk", on, isAsked ? "profiles" : "nobody", facing(status), (actor) =>
          policy.canAnswerAsk(actor, ask),
        );
      }),
    ),
  );

const markingCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      [true, false].flatMap((isRemoved) => {
        const on = `${state}, ${isRemoved ? "removed" : "shown"}, of a ${status} owner`;
        const answer = { memberId: "other-member", isAnswered: false, isRemoved };
        const line = lineFor(
          { published: isRemoved ? "nobody" : "owner", others: "nobody" },
          state,
        );
        return row("canMarkHelpful", on, line, facing(status), (actor) =>
          policy.canMarkHelpful(actor, factsOf(state, status), answer),
        );
      }),
    ),
  );

/** From French into Chinese, by who says that they translate those; whoever asked without saying so. */
const translatingCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      [["fr", "zh"], ["fr"], []].flatMap((speaks) => {
        const on = `${state}, of a ${status} owner, by who speaks ${speaks.join(" and ") || "neither"}`;
        const ask = { ...factsOf(state, status), ...OPEN };
        const among = status === "active" && speaks.length === 2 ? "owner profiles" : "owner";
        return row(
          "canTranslateAsk",
          on,
          state === "published" ? among : "nobody",
          facing(status),
          (actor) => policy.canTranslateAsk(actor, ask, { from: "fr", to: "zh", speaks }),
        );
      }),
    ),
  );

const replacingCells = (): Cell[] =>
  [
    { words: "", by: null, line: "actives owner" },
    { words: "词", by: null, line: "actives owner" },
    { words: "词", by: "somebody-else", line: "owner" },
  ].flatMap(({ line, ...said }) =>
    row(
      "canReplaceAskTranslation",
      `${said.words ? "translated" : "free"} by ${said.by}`,
      line,
      VIEWERS,
      (actor) => policy.canReplaceAskTranslation(actor, factsOf("published", "active"), said),
    ),
  );

/** What members ask the club, and what is answered. */
export const askCells = (): Cell[] => [
  ...row("canPostAsk", "", "profiles owner", VIEWERS, policy.canPostAsk),
  ...answeringCells(),
  ...markingCells(),
  ...translatingCells(),
  ...replacingCells(),
];
