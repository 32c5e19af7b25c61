import type { z } from "zod";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import type { ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  localized,
  optionalChoice,
  optionalDay,
  optionalYear,
  ticked,
} from "@/lib/core/text/fields";
import type { ContentOf, Description, Field, NameOf } from "./description";

const MOST = 80;

/**
 * The fields of one section as its form sends them, for `z.strictObject`; lenient, since a draft is not finished. Faults are
 * `tooLong`, `oneLine`, `notInList`, `tooMany`, `noneAlone`, `notADate`, `notAYear`, `yearTooFar`, and `required` of what
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
    case "year":
      return optionalYear(field.first);
    case "tick":
      return ticked;
  }
}

const allowed = (of: ReferenceList | readonly string[]) =>
  typeof of === "string" ? (slug: string) => isReference(of, slug) : of;
