import { type ContentOf, type Description, textsIn } from "@/lib/entries/description";
import { type Gap, isFilled, listMissing } from "@/lib/entries/missing-fields";
import type { Noun } from "@/lib/entries/noun";

/** Each field of an agreement. All of it is public but what is due next, which members read. */
export const COOPERATION = {
  originalLocale: { kind: "language", section: "agreement", level: "public" },
  title: {
    kind: "text",
    most: 120,
    isLine: true,
    section: "agreement",
    level: "public",
    isNeeded: true,
  },
  agreementKind: {
    kind: "choice",
    of: "cooperationKinds",
    section: "agreement",
    level: "public",
    isNeeded: true,
  },
  signed: { kind: "date", section: "agreement", level: "public" },
  renewed: { kind: "date", section: "agreement", level: "public" },
  ends: { kind: "date", section: "agreement", level: "public" },
  subject: { kind: "text", most: 2000, section: "agreement", level: "public", isNeeded: true },
  outcome: { kind: "text", most: 2000, section: "agreement", level: "public" },
  sources: { kind: "sources", section: "sources", level: "public", isNeeded: true },
  foundingOnly: { kind: "tick", unset: false, section: "sources", level: "public" },
  actOn: { kind: "day", section: "next", level: "members" },
  actWords: { kind: "text", most: 200, isLine: true, section: "next", level: "members" },
} as const satisfies Description;

/** Co-operations as what all entries share knows them. */
export const COOPERATIONS = {
  kind: "cooperation",
  fields: COOPERATION,
  refusals: "reasonsCooperationRefusal",
  words: "cooperations",
  weave: "both",
} as const satisfies Noun;

/** All that is written and chosen in one. */
export type CooperationContent = ContentOf<typeof COOPERATION>;

/** Its texts that everybody reads. */
export const PUBLIC_TEXTS = textsIn(COOPERATION).filter(
  (name) => COOPERATION[name as "subject"].level === "public",
) as ("title" | "subject" | "outcome")[];

/** Whether one date lies before another, as far as both are known: `2012` does not lie before `2012-05`. */
function liesBefore(one: string | null, other: string | null): boolean {
  if (!one || !other) return false;
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

/** What is wrong in what was written, kept all the same and told on its field. */
export function listWrong(content: Partial<CooperationContent>): Gap[] {
  const { signed = null, renewed = null, ends = null, actOn = null, actWords } = content;
  const { section } = COOPERATION.signed;
  const isBefore = liesBefore(ends, signed) || liesBefore(ends, renewed);
  const isNamed = isFilled(actWords);
  return [
    ...(isBefore ? [{ field: "ends", section, code: "endsBeforeSigned" } as const] : []),
    ...(liesBefore(renewed, signed)
      ? [{ field: "renewed", section, code: "renewedBeforeSigned" } as const]
      : []),
    ...(isNamed && !actOn
      ? [{ field: "actOn", section: COOPERATION.actOn.section, code: "required" } as const]
      : []),
  ];
}

/** What stands between a draft and its publication: somebody has opened one of its sources at least. */
export function listGaps(content: CooperationContent): Gap[] {
  const { sources } = content;
  const isUnopened = sources.length > 0 && sources.every(({ opened }) => opened === "");
  const { section } = COOPERATION.sources;
  return [
    ...listMissing(COOPERATION, content),
    ...listWrong(content),
    ...(isUnopened ? [{ field: "sources", section, code: "sourceUnopened" } as const] : []),
  ];
}
