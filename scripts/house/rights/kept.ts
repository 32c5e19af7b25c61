import { ENTRY_LEVELS, MODERATION_STATES, type ModerationState, REVISION_STATES } from "@/db/enums";
import { draftSlug } from "@/lib/entries/draft-slug";
import * as files from "@/lib/entries/files/policy";
import * as policy from "@/lib/entries/policy";
import * as questions from "@/lib/entries/questions/policy";
import * as translations from "@/lib/entries/translations.policy";
import { type Actor, type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** What is the club's: `.own` keeps it, and so do all administrators. */
const KEEPERS = "owner administrators";
const ADMINISTERED = "administrators ownAdministrator";
const ANY_KEEPER = "anyOwner administrators";

/** An entry of the club's, which the account `owner` keeps. */
export const keptFacts = (moderation: ModerationState, handedInBy: string | null = null) => ({
  moderation,
  ownerAccountId: null,
  ownerStatus: null,
  keepers: ["owner"],
  handedInBy,
  submittedAt: moderation === "draft" ? null : new Date(0),
});

const ENTRY: Record<string, Lines> = {
  canSeeEntry: { published: "everybody", others: ANY_KEEPER },
  canReadDossier: { draft: "nobody", others: "team ownTeam" },
  canReadHistory: { draft: ANY_KEEPER, others: `${ANY_KEEPER} team` },
  canEditEntry: { draft: KEEPERS, "changes-requested": KEEPERS, others: "nobody" },
  canSubmitEntry: { draft: KEEPERS, "changes-requested": KEEPERS, others: "nobody" },
  canWithdrawEntry: {
    draft: KEEPERS,
    submitted: KEEPERS,
    "changes-requested": KEEPERS,
    published: KEEPERS,
    others: "nobody",
  },
  canReopenEntry: { withdrawn: KEEPERS, others: "nobody" },
  canArchiveEntry: { published: KEEPERS, refused: KEEPERS, withdrawn: KEEPERS, others: "nobody" },
  canSetLevels: { published: KEEPERS, others: "nobody" },
  canPublishForClub: { others: "administrators ownAdministrator" },
};

const REVISION: Record<string, Lines> = {
  canEditRevision: {
    "published/none": KEEPERS,
    "published/draft": KEEPERS,
    "published/changes-requested": KEEPERS,
    others: "nobody",
  },
  canSubmitRevision: {
    "published/draft": KEEPERS,
    "published/changes-requested": KEEPERS,
    others: "nobody",
  },
  canWithdrawRevision: {
    "*/draft": KEEPERS,
    "*/submitted": KEEPERS,
    "*/changes-requested": KEEPERS,
    others: "nobody",
  },
};

type Rule = (viewer: Actor, facts: object) => boolean;
const ruleOf = (name: string) => (policy as unknown as Record<string, Rule>)[name] as Rule;

const entries = (): Cell[] =>
  Object.entries(ENTRY).flatMap(([name, lines]) =>
    MODERATION_STATES.flatMap((state) =>
      row(name, `${state} of the club`, lineFor(lines, state), VIEWERS, (actor) =>
        ruleOf(name)(actor, keptFacts(state)),
      ),
    ),
  );

const revisions = (): Cell[] =>
  Object.entries(REVISION).flatMap(([name, lines]) =>
    MODERATION_STATES.flatMap((state) =>
      [null, ...REVISION_STATES].flatMap((revision) => {
        const on = `${state}/${revision ?? "none"}`;
        return row(name, `${on} of the club`, lineFor(lines, on), VIEWERS, (actor) =>
          ruleOf(name)(actor, { ...keptFacts(state), revision }),
        );
      }),
    ),
  );

/** Decided by anybody of the club team but who handed it in, where that is known. */
const decisions = (): Cell[] =>
  MODERATION_STATES.flatMap((state) =>
    ["own-member", null].flatMap((handedInBy) => {
      const by = handedInBy ? "handed in by .own" : "handed in by nobody known";
      const deciders = handedInBy ? "team" : "team ownTeam";
      const facts = keptFacts(state, handedInBy);
      const isEdited = state === "published" ? deciders : "nobody";
      return [
        ...row(
          "canDecideEntry",
          `${state} of the club, ${by}`,
          state === "submitted" ? deciders : "nobody",
          VIEWERS,
          (actor) => policy.canDecideEntry(actor, facts),
        ),
        ...row("canDecideRevision", `${state} of the club, ${by}`, isEdited, VIEWERS, (actor) =>
          policy.canDecideRevision(actor, { ...facts, revision: "submitted" }),
        ),
      ];
    }),
  );

/** What hangs on it: answered, attached and translated by whoever keeps it. */
const parts = (): Cell[] =>
  MODERATION_STATES.flatMap((state) => {
    const facts = { ...keptFacts(state), revision: null, ...LEVELS };
    const question = { memberId: "third", isAnswered: true, isRemoved: false };
    const isOnline = state === "published";
    const isOpen = ["draft", "changes-requested", "published"].includes(state);
    const line = (is: boolean, who: string) => (is ? who : "nobody");
    const on = `${state} of the club`;
    const tried: [string, string, (actor: Actor) => boolean][] = [
      ["canReplyToQuestion", line(isOnline, KEEPERS), (a) => reply(a, facts, question)],
      ["canRemoveAnswer", line(isOnline, KEEPERS), (a) => unsay(a, facts, question)],
      ["canAskQuestion", line(isOnline, OTHERS), (a) => questions.canAskQuestion(a, facts)],
      ["canAttachFile", line(isOpen, KEEPERS), (a) => files.canAttachFile(a, facts)],
      ["canRemoveFile", line(isOpen, KEEPERS), (a) => files.canRemoveFile(a, facts)],
      [
        "canSaveTranslation",
        line(isOpen, KEEPERS),
        (a) => translations.canSaveTranslation(a, facts),
      ],
      [
        "canOfferTranslation",
        line(isOnline, OTHERS),
        (a) => translations.canOfferTranslation(a, facts, { level: "public" }),
      ],
      [
        "canAskTranslation",
        line(isOnline, `${KEEPERS} ${OTHERS}`),
        (a) => translations.canAskTranslation(a, facts),
      ],
    ];
    return tried.flatMap(([name, who, ask]) => row(name, on, who, VIEWERS, ask));
  });

const { canReplyToQuestion: reply, canRemoveAnswer: unsay } = questions;
const [textLevel, ownerLevel] = ENTRY_LEVELS;
const LEVELS = { textLevel, ownerLevel, isContact: false };
/** Members with a profile who do not keep it. */
const OTHERS = "otherMembers";

/** Who keeps it is its keepers' to say until it was handed in, an administrator's afterwards. */
const keepers = (): Cell[] => [
  ...row("canSetKeepers", "a draft again", ADMINISTERED, VIEWERS, (actor) =>
    policy.canSetKeepers(actor, { ...keptFacts("draft"), slug: "lyon-guangzhou" }),
  ),
  ...MODERATION_STATES.flatMap((state) => {
    const open = { "changes-requested": ADMINISTERED, submitted: ADMINISTERED };
    const lines = { draft: KEEPERS, ...open, published: ADMINISTERED, others: "nobody" };
    return row("canSetKeepers", state, lineFor(lines, state), VIEWERS, (actor) =>
      policy.canSetKeepers(actor, { ...keptFacts(state), slug: draftSlug() }),
    );
  }),
];

/** The rules of `entries.ts` and of the parts, for what is the club's. */
export const keptCells = (): Cell[] => [
  ...entries(),
  ...revisions(),
  ...decisions(),
  ...parts(),
  ...keepers(),
];
