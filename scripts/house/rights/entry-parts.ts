import { ENTRY_LEVELS, MEMBERSHIP_STATUSES, MODERATION_STATES, REVISION_STATES } from "@/db/enums";
import {
  canAttachFile,
  canOpenFile,
  canRemoveFile,
  canSetFileLevel,
} from "@/lib/entries/files/policy";
import { canReadHistory, canRestoreVersion } from "@/lib/entries/policy";
import {
  canAskQuestion,
  canRemoveAnswer,
  canRemoveQuestion,
  canReplaceTranslation,
  canReplyToQuestion,
  canTranslateQuestion,
} from "@/lib/entries/questions/policy";
import { type Cell, facing, isHere, type Lines, lineFor, row } from "./actors";

/** By state, level of the text and whether the owner accepted an interest of the viewer. */
const ASK: Lines = {
  "published/members/*": "profiles",
  "published/contacts/known": "profiles",
  others: "nobody",
};

/** By state of the entry and of the question, all of which the `profiles` asked: `bare`, `answered`, `removed`. */
const ANSWER: Lines = {
  "published/bare": "owner",
  "published/answered": "owner",
  others: "nobody",
};
const REMOVE: Lines = {
  "published/bare": "profiles owner",
  "published/answered": "profiles owner",
  "*/bare": "profiles",
  "*/answered": "profiles",
  others: "nobody",
};
const REMOVE_ANSWER: Lines = { "published/answered": "owner", others: "nobody" };

const ATTACH: Lines = {
  draft: "owner",
  "changes-requested": "owner",
  published: "owner",
  others: "nobody",
};

/** By state, level of the text, level of the file and whether the owner accepted an interest of the viewer. */
const OPEN: Lines = {
  "draft/*/*/*": "anyOwner",
  "draft, owner away/*/*/*": "anyOwner",
  "published/members/members/*": "readers anyOwner",
  "published/*/*/known": "readers anyOwner",
  others: "team anyOwner",
};

const RESTORE: Lines = {
  "draft/*": "owner",
  "changes-requested/*": "owner",
  "published/none": "owner",
  "published/draft": "owner",
  "published/changes-requested": "owner",
  others: "nobody",
};

const everyState = MEMBERSHIP_STATUSES.flatMap((ownerStatus) =>
  MODERATION_STATES.map((moderation) => ({
    away: isHere(ownerStatus) ? "" : ", owner away",
    mute: ownerStatus === "active" ? "" : ", owner mute",
    cast: facing(ownerStatus),
    facts: {
      moderation,
      ownerStatus,
      ownerAccountId: "owner",
      ownerLevel: "contacts" as const,
      submittedAt: moderation === "draft" ? null : new Date(0),
    },
  })),
);

const KNOWN = { known: true, unknown: false } as const;
const known = Object.entries(KNOWN);

function asking(): Cell[] {
  return everyState.flatMap(({ mute, cast, facts }) =>
    ENTRY_LEVELS.flatMap((textLevel) =>
      known.flatMap(([word, isContact]) => {
        const on = `${facts.moderation}${mute}/${textLevel}/${word}`;
        const entry = { ...facts, textLevel, isContact };
        return row("canAskQuestion", on, lineFor(ASK, on), cast, (actor) =>
          canAskQuestion(actor, entry),
        );
      }),
    ),
  );
}

const QUESTIONS = {
  bare: { isAnswered: false, isRemoved: false },
  answered: { isAnswered: true, isRemoved: false },
  removed: { isAnswered: true, isRemoved: true },
};

function questions(): Cell[] {
  const rules = [
    ["canReplyToQuestion", ANSWER, canReplyToQuestion],
    ["canRemoveQuestion", REMOVE, canRemoveQuestion],
    ["canRemoveAnswer", REMOVE_ANSWER, canRemoveAnswer],
  ] as const;
  return rules.flatMap(([name, lines, rule]) =>
    everyState.flatMap(({ cast, facts }) =>
      Object.entries(QUESTIONS).flatMap(([state, question]) => {
        const on = `${facts.moderation}/${state}`;
        const asked = { ...question, memberId: "other-member" };
        return row(name, on, lineFor(lines, on), cast, (actor) => rule(actor, facts, asked));
      }),
    ),
  );
}

/** By state, level of the text, what the viewer speaks and state of the question, which stands in French. */
const TRANSLATE: Lines = {
  "published/members/both/bare": "profiles owner",
  "published/members/both/answered": "profiles owner",
  "published, owner mute/*/*/*": "nobody",
  "published/*/*/bare": "owner",
  "published/*/*/answered": "owner",
  others: "nobody",
};

const SPOKEN = { both: ["fr", "en", "zh"], one: ["zh", "en"], none: [] };

function translating(): Cell[] {
  return everyState.flatMap(({ mute, cast, facts }) =>
    ENTRY_LEVELS.flatMap((textLevel) =>
      Object.entries(SPOKEN).flatMap(([word, speaks]) =>
        Object.entries(QUESTIONS).flatMap(([state, question]) => {
          const on = `${facts.moderation}${mute}/${textLevel}/${word}/${state}`;
          const entry = { ...facts, textLevel, isContact: true };
          const asked = { ...question, memberId: "other-member" };
          const between = { from: "fr", to: "zh", speaks } as const;
          return row("canTranslateQuestion", on, lineFor(TRANSLATE, on), cast, (actor) =>
            canTranslateQuestion(actor, entry, asked, between),
          );
        }),
      ),
    ),
  );
}

/** By state of the entry and whose the translation is. */
const REPLACE: Lines = {
  "*/nobody's": "actives owner",
  "published/other": "profiles owner",
  "*/other": "profiles",
  "published/third": "owner",
  others: "nobody",
};

function replacing(): Cell[] {
  const whose = { "nobody's": null, other: "other-member", third: "third-member" };
  return everyState.flatMap(({ cast, facts }) =>
    Object.entries(whose).flatMap(([word, memberId]) => {
      const on = `${facts.moderation}/${word}`;
      return row("canReplaceTranslation", on, lineFor(REPLACE, on), cast, (actor) =>
        canReplaceTranslation(actor, facts, { memberId }),
      );
    }),
  );
}

function files(): Cell[] {
  const changes = [
    ["canAttachFile", canAttachFile],
    ["canRemoveFile", canRemoveFile],
    ["canSetFileLevel", canSetFileLevel],
  ] as const;
  return everyState.flatMap(({ away, cast, facts }) => [
    ...changes.flatMap(([name, rule]) =>
      row(name, facts.moderation, lineFor(ATTACH, facts.moderation), cast, (actor) =>
        rule(actor, facts),
      ),
    ),
    ...ENTRY_LEVELS.flatMap((textLevel) =>
      ENTRY_LEVELS.flatMap((level) =>
        known.flatMap(([word, isContact]) => {
          const on = `${facts.moderation}${away}/${textLevel}/${level}/${word}`;
          const entry = { ...facts, textLevel, isContact };
          return row("canOpenFile", on, lineFor(OPEN, on), cast, (actor) =>
            canOpenFile(actor, entry, level),
          );
        }),
      ),
    ),
  ]);
}

function versions(): Cell[] {
  return everyState.flatMap(({ cast, facts }) => [
    ...row(
      "canReadHistory",
      facts.moderation,
      facts.moderation === "draft" ? "anyOwner" : "anyOwner team",
      cast,
      (actor) => canReadHistory(actor, facts),
    ),
    ...[null, ...REVISION_STATES].flatMap((revision) => {
      const on = `${facts.moderation}/${revision ?? "none"}`;
      return row("canRestoreVersion", on, lineFor(RESTORE, on), cast, (actor) =>
        canRestoreVersion(actor, { ...facts, revision }),
      );
    }),
  ]);
}

/** Questions, translations, files and versions of an entry. */
export const entryPartCells = (): Cell[] => [
  ...asking(),
  ...questions(),
  ...translating(),
  ...replacing(),
  ...files(),
  ...versions(),
];
