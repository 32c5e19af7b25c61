import { z } from "zod";
import {
  ENTRY_KINDS,
  type EntryKind,
  MEMBERSHIP_STATUSES,
  ROLES,
  TAKEN_DOWN_TYPES,
} from "@/db/enums";
import {
  isReference,
  type ReferenceList,
  referenceItem,
  referenceItems,
} from "@/db/reference/lists";
import { code } from "../core/errors";
import {
  choice,
  onceRight,
  optionalChoice,
  optionalParagraph,
  pageNumber,
  rowId,
  rowVersion,
} from "../core/text/fields";
import { NOUNS } from "./nouns";
import { WORDS_MAX } from "./words-limit";

const slugsOf = (list: ReferenceList) => referenceItems(list).map(({ slug }) => slug);

export const DECISION_VERDICTS = ["published", "changes-requested", "refused"] as const;
export type DecisionVerdict = (typeof DECISION_VERDICTS)[number];

/** Which field gives the reason of a verdict; a publication needs none. */
const REASON_FIELD = { "changes-requested": "changesReason", refused: "refusalReason" } as const;

const REFUSALS = Object.values(NOUNS).map(({ refusals }) => refusals);

const decision = {
  kind: choice(ENTRY_KINDS),
  version: rowVersion,
  verdict: choice(DECISION_VERDICTS),
  changesReason: optionalChoice(slugsOf("reasonsChangesRequested")),
  refusalReason: optionalChoice(REFUSALS.flatMap(slugsOf)),
  words: optionalParagraph(WORDS_MAX),
};

type Decision = {
  kind: EntryKind;
  verdict: DecisionVerdict;
  changesReason: string | null;
  refusalReason: string | null;
  words: string;
};

/** The reason that goes with the verdict; null for a publication. */
export function reasonOf(form: Omit<Decision, "kind">): string | null {
  return form.verdict === "published" ? null : form[REASON_FIELD[form.verdict]];
}

function requireReason(form: Decision, context: z.core.$RefinementCtx) {
  if (form.verdict === "published") return;
  const path = [REASON_FIELD[form.verdict]];
  const list = form.verdict === "refused" ? NOUNS[form.kind].refusals : "reasonsChangesRequested";
  const reason = reasonOf(form);
  if (!reason) context.addIssue({ code: "custom", path, message: code("notChosen") });
  else if (!isReference(list, reason)) {
    context.addIssue({ code: "custom", path, message: code("notInList") });
  } else requireWords(referenceItem(list, reason)?.requiresText, form.words, context);
}

function requireWords(needed: boolean | undefined, words: string, context: z.core.$RefinementCtx) {
  if (!needed || words !== "") return;
  context.addIssue({ code: "custom", path: ["words"], message: code("wordsNeeded") });
}

const ONCE_RIGHT = onceRight("kind", "verdict", "changesReason", "refusalReason");

/** A verdict on an entry of any kind. */
export const decideEntryInput = z
  .strictObject({ entryId: rowId, ...decision })
  .superRefine(requireReason, ONCE_RIGHT);

/** A verdict on the edit of one. */
export const decideRevisionInput = z
  .strictObject({ revisionId: rowId, ...decision })
  .superRefine(requireReason, ONCE_RIGHT);

const { kind, version } = decision;

export const markEntryReadInput = z.strictObject({ entryId: rowId, kind, version });

export const suspendAccountInput = z
  .strictObject({
    accountId: rowId,
    version: rowVersion,
    reasonCode: choice(slugsOf("reasonsSuspension")),
    words: optionalParagraph(WORDS_MAX),
  })
  .superRefine(
    ({ reasonCode, words }, context) =>
      requireWords(referenceItem("reasonsSuspension", reasonCode)?.requiresText, words, context),
    onceRight("reasonCode", "words"),
  );

export const ACCOUNT_VERDICTS = ["approved", "refused"] as const;

/** Let in, or declined with a coded reason and words where the reason asks for them. */
export const decideAccountInput = z
  .strictObject({
    accountId: rowId,
    version: rowVersion,
    verdict: choice(ACCOUNT_VERDICTS),
    refusalReason: optionalChoice(slugsOf("reasonsApplicationRefusal")),
    words: optionalParagraph(WORDS_MAX),
  })
  .superRefine(
    ({ verdict, refusalReason, words }, context) => {
      if (verdict === "approved") return;
      const reason = referenceItem("reasonsApplicationRefusal", refusalReason ?? "");
      if (reason) requireWords(reason.requiresText, words, context);
      else
        context.addIssue({ code: "custom", path: ["refusalReason"], message: code("notChosen") });
    },
    onceRight("verdict", "refusalReason"),
  );

export const lapseAccountInput = z.strictObject({ accountId: rowId, version: rowVersion });

export const reinstateAccountInput = z.strictObject({
  accountId: rowId,
  version: rowVersion,
  words: optionalParagraph(WORDS_MAX),
});

const subject = { kind: choice(TAKEN_DOWN_TYPES), id: rowId };

export const takeDownInput = z
  .strictObject({
    ...subject,
    reasonCode: choice(slugsOf("reasonsReport")),
    words: optionalParagraph(WORDS_MAX),
  })
  .superRefine(
    ({ reasonCode, words }, context) =>
      requireWords(referenceItem("reasonsReport", reasonCode)?.requiresText, words, context),
    onceRight("reasonCode", "words"),
  );

export const putBackInput = z.strictObject({ ...subject, words: optionalParagraph(WORDS_MAX) });

export const changeRoleInput = z.strictObject({
  accountId: rowId,
  version: rowVersion,
  role: choice(ROLES),
});

const asked = z.string().trim().max(200).catch("");

/** Filters of the account list as they stand in the address; what cannot be read is left out. */
export const accountFilters = z.object({
  q: asked,
  status: z.enum(MEMBERSHIP_STATUSES).or(z.literal("")).catch(""),
  role: z.enum(ROLES).or(z.literal("")).catch(""),
  page: pageNumber,
});

export type AccountFilters = z.infer<typeof accountFilters>;
