import { ROLES, TAKEN_DOWN_TYPES } from "@/db/enums";
import type { TakenDownFacts } from "@/lib/moderation/policy";
import { canAppeal, canDismissReports, canReport } from "@/lib/moderation/reports.policy";
import { type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

const { visitor = [], anyOther = [], team = [] } = VIEWERS.groups;

/** `public`: all who neither answer for it nor may take it down. */
const CAST = {
  ...VIEWERS,
  groups: {
    ...VIEWERS.groups,
    moderator: ["moderator"],
    public: [...visitor, ...anyOther.filter((name) => !team.includes(name))],
  },
};

/** By kind, role of its author, and whether it is shown, hidden or not published. */
const REPORTING: Lines = {
  "*/*/hidden": "nobody",
  "*/*/unpublished": "nobody",
  "page/*/shown": "public moderator",
  "member/moderator/shown": "public moderator",
  "member/administrator/shown": "public moderator",
  others: "public",
};

/** By kind, role of its author, and who reported: a third person, or the viewer. */
const DISMISSING: Lines = {
  "gone/-/other": "ownTeam",
  "*/*/other": "nobody",
  "page/*/*": "administrators",
  "member/moderator/*": "administrators",
  "member/administrator/*": "administrators",
  "gone/-/third": "team ownTeam",
  "gone/-/own": "team",
  others: "team",
};

/** By where a thing stands, and whether its take-down was appealed against before. */
const APPEALING: Lines = { "hidden/first": "anyOwner", others: "nobody" };

const thing = (kind: TakenDownFacts["kind"], role: (typeof ROLES)[number], state = "shown") => ({
  kind,
  isPublished: state !== "unpublished",
  isHidden: state === "hidden",
  authors: [{ accountId: "owner", role }],
});

const reporting = TAKEN_DOWN_TYPES.flatMap((kind) =>
  ROLES.flatMap((role) =>
    ["shown", "hidden", "unpublished"].flatMap((state) => {
      const on = `${kind}/${role}/${state}`;
      const facts = thing(kind, role, state);
      return row("canReport", on, lineFor(REPORTING, on), CAST, (actor) => canReport(actor, facts));
    }),
  ),
);

const REPORTERS = { third: "third", other: "other", own: "owner" };

const dismissing = Object.entries(REPORTERS).flatMap(([who, reporterId]) => {
  const things = TAKEN_DOWN_TYPES.flatMap((kind) =>
    ROLES.map((role) => [`${kind}/${role}/${who}`, thing(kind, role)] as const),
  );
  return [...things, [`gone/-/${who}`, null] as const].flatMap(([on, subject]) =>
    row("canDismissReports", on, lineFor(DISMISSING, on), CAST, (actor) =>
      canDismissReports(actor, { subject, reporterIds: [reporterId, null] }),
    ),
  );
});

const appealing = ["shown", "hidden", "unpublished"].flatMap((state) =>
  ["first", "again"].flatMap((time) => {
    const facts = thing("project", "member", state);
    const on = `${state}/${time}`;
    return row("canAppeal", on, lineFor(APPEALING, on), CAST, (actor) =>
      canAppeal(actor, facts, { isAppealed: time === "again" }),
    );
  }),
);

/** Reporting what is wrong, leaving as it is what was reported, and disagreeing with a take-down. */
export const reportCells = (): Cell[] => [...reporting, ...dismissing, ...appealing];
