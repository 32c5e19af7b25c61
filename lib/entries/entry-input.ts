import { z } from "zod";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import type { ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { staleMarksOf } from "@/lib/core/i18n/staleness";
import {
  choice,
  choices,
  localized,
  optionalChoice,
  optionalDay,
  optionalLine,
  optionalMinute,
  optionalPartDay,
  optionalYear,
  rowId,
  rowNumber,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import {
  type ContentOf,
  type Description,
  type Field,
  fieldsLike,
  type NameOf,
} from "./description";
import { sectionsOf } from "./editor-steps";
import type { Noun } from "./noun";
import { sourcesInput } from "./sources-input";

const MOST = 80;

/**
 * The fields of one section as its form sends them, for `z.strictObject`; lenient, since a draft is not finished. Faults are
 * `tooLong`, `oneLine`, `notInList`, `tooMany`, `noneAlone`, `notADate`, `notAMinute`, `notAYear`, `yearTooFar`, `notAPartDate`, and `notChosen` of what
 * always has a value.
 */
export function sectionInput<D extends Description, const Section extends string>(
  description: D,
  section: Section,
) {
  const fields = Object.entries(description).filter(([, field]) => field.section === section);
  return Object.fromEntries(fields.map(([name, field]) => [name, inputOf(field)])) as {
    [Name in NameOf<D, { section: Section }>]: z.ZodType<ContentOf<D>[Name]>;
  };
}

/** An address to come back to. */
export const addressInput = z
  .string({ error: "notFound" satisfies ErrorCode })
  .refine(isSlug, "notFound" satisfies ErrorCode);

/** What the form of a section says beside its fields and whose they are. */
const saveTarget = (description: Description) => ({
  version: rowVersion,
  /** The open edit of a published entry, empty when the save begins one. */
  revisionId: z.union([z.literal(""), rowId]).optional(),
  slug: addressInput,
  /** Where to go after the save; an autosave stays where it is. */
  intent: choice(["continue", "stay", "autosave"]).default("continue"),
  /** Translations said to be still right: `summary.en`. */
  confirmed: choices(staleMarksOf(fieldsLike(description, { kind: "text" }))),
});

/** The same as it was read; the fields of the section stand beside. */
export type Sent = {
  version: number;
  revisionId?: string | undefined;
  slug: string;
  intent: "continue" | "stay" | "autosave";
  confirmed: string[];
  step: string;
};

/** One section of the editor, as its form sends it; a kind may read a field of a section in its own way. */
export function saveInput(noun: Noun, own: Record<string, z.ZodRawShape> = {}): z.ZodType<Sent> {
  const target = { [`${noun.kind}Id`]: rowId, ...saveTarget(noun.fields) };
  const sections = sectionsOf(noun.fields).map((step) => {
    const fields = { ...sectionInput(noun.fields, step), ...own[step] };
    return z.strictObject({ step: z.literal(step), ...target, ...fields });
  });
  return z.discriminatedUnion("step", sections as [(typeof sections)[number]]);
}

/** What a form says of an entry beside its key. */
export const placeTarget = { version: rowVersion, slug: addressInput };

/** Which kept version comes back, and into what. */
export const restoreTarget = {
  number: rowNumber,
  revisionId: z.union([z.literal(""), rowId]).transform((value) => value || null),
  version: rowVersion,
};

/** An open edit as a form has it. */
export const revisionVersionInput = z.strictObject({ revisionId: rowId, version: rowVersion });

function inputOf(field: Field): z.ZodType {
  switch (field.kind) {
    case "text":
      return localized(field.most, field.isLine);
    case "language":
      return choice(LOCALES);
    case "choice":
      return optionalChoice(allowed(field.of));
    case "state":
      return choice(field.of);
    case "choices":
      return choices(allowed(field.of), field.most ?? MOST).refine(
        (list) => !field.alone || list.length < 2 || !list.includes(field.alone),
        "noneAlone" satisfies ErrorCode,
      );
    case "day":
      return optionalDay;
    case "minute":
      return optionalMinute;
    case "year":
      return optionalYear(field.first);
    case "date":
      return optionalPartDay;
    case "line":
      return optionalLine(field.most).transform((value) => value || null);
    case "sources":
      return sourcesInput;
    case "tick":
      return ticked;
  }
}

const allowed = (of: ReferenceList | readonly string[]) =>
  typeof of === "string" ? (slug: string) => isReference(of, slug) : of;
