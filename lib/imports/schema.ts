import { z } from "zod";
import type { ReferenceList } from "@/db/reference/lists";
import type { ErrorCode } from "@/lib/core/errors";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import { languageOfName } from "@/lib/core/i18n/localized-text";
import { atMost, email, onceRight, optionalLine } from "@/lib/core/text/fields";
import {
  optionalChineseName,
  optionalNameLine,
  organisationNameFault,
} from "@/lib/core/text/names";
import { PROFILE_MAX } from "@/lib/members/schema";
import { nameFaults, settleNames, type TypedNames } from "@/lib/members/settled-names";
import { ORGANISATION_MAX } from "@/lib/organisations/organisation-content";
import { namesInPlace } from "@/lib/organisations/organisation-name";
import { readChoice, readChoices } from "./listed-words";
import { type DateOrder, readDay } from "./written-days";

/** Letters of a cell that lists choices, and how much of a fault is quoted. */
const LIST = 2_000;
const QUOTED = 40;

/** How a spreadsheet begins a formula, wide signs too, or says that one failed. */
const FORMULA = /^([=@＝＠\t\r]|[+＋\-－](?![\d\s])|#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!))/;
const HIDDEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const quoted = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);

/** A cell as it stands in the file, before its field says what it holds. */
const cell = z
  .string()
  .superRefine((text, context) => {
    if (HIDDEN.test(text)) return refuse(context, "importHiddenCharacters");
    if (text.includes("\ufffd")) return refuse(context, "unreadableCharacters");
    if (FORMULA.test(text)) refuse(context, "importFormula", quoted(text));
  })
  .default("");

function refuse(context: z.RefinementCtx, message: ErrorCode, found?: string) {
  const params = found === undefined ? {} : { params: { found } };
  context.addIssue({ code: "custom", message, ...params });
}

/** Nothing else is asked of a cell that is refused as it stands. */
const holds = <Held>(held: z.ZodType<Held>) => cell.pipe(held as z.ZodType<Held, string>);

const listed = (list: ReferenceList) =>
  z
    .string()
    .superRefine(atMost(LIST, ({ length }) => length))
    .transform((text, context) => {
      const { slugs, unknown } = readChoices(list, text);
      if (unknown !== null) refuse(context, "importNotInList", quoted(unknown));
      return slugs;
    });

const oneOf = (list: ReferenceList) =>
  z.string().transform((text, context) => {
    const slug = text === "" ? null : readChoice(list, text);
    if (text !== "" && slug === null) refuse(context, "importNotInList", quoted(text));
    return slug;
  });

/** One that is written to: the list knows more, for what people speak. */
const language = z.string().transform((text, context): Locale | null => {
  if (text === "") return null;
  const slug = readChoice("languages", text);
  if (slug !== null && isLocale(slug)) return slug;
  refuse(context, "importNotInList", quoted(text));
  return z.NEVER;
});

const dayIn = (order: DateOrder | null) =>
  z.string().transform((text, context) => {
    const day = text === "" ? null : readDay(text, order);
    if (text !== "" && day === null) refuse(context, "notADate");
    return day;
  });

const organisation = optionalLine(ORGANISATION_MAX.name).superRefine((name, context) => {
  const fault = organisationNameFault(name);
  if (fault) refuse(context, fault);
});

const NAMES = ["familyName", "givenName", "nameZh"] as const;

function namesFit(row: TypedNames, context: z.core.$RefinementCtx) {
  if (NAMES.every((field) => row[field] === "")) {
    for (const field of NAMES) {
      context.addIssue({ code: "custom", path: [field], message: "importNameless" });
    }
    return;
  }
  for (const fault of nameFaults(row)) {
    context.addIssue({ code: "custom", path: [fault.field], message: fault.code });
  }
}

/** A text in the language that its letters are of. */
const inLanguage = (text: string, locale: Locale) =>
  text === "" ? {} : { [languageOfName(text, locale)]: text };

/**
 * A row's cells as a person, in the order in which its dates are written. Names are in the fields of their script, an empty
 * Latin one read from the Chinese (`isNameProposed`); organisation and position are in the language of their letters; a row
 * that says no language gets `locale`.
 */
export const personInput = (
  orders: { joinedOn: DateOrder | null; duesPaidUntil: DateOrder | null },
  locale: Locale,
) =>
  z
    .strictObject({
      familyName: holds(optionalNameLine(PROFILE_MAX.name)),
      givenName: holds(optionalNameLine(PROFILE_MAX.name)),
      nameZh: holds(optionalChineseName(PROFILE_MAX.nameZh)),
      email: holds(email),
      organisation: holds(organisation),
      jobTitle: holds(optionalLine(PROFILE_MAX.jobTitle)),
      sectors: holds(listed("sectors")),
      cities: holds(listed("cities")),
      joinedOn: holds(dayIn(orders.joinedOn)),
      category: holds(oneOf("membershipCategories")),
      locale: holds(language),
      duesPaidUntil: holds(dayIn(orders.duesPaidUntil)),
    })
    .superRefine(namesFit, onceRight(...NAMES))
    .transform((row) => {
      const { isProposed: isNameProposed, ...names } = settleNames(row);
      const spoken = row.locale ?? locale;
      return {
        ...row,
        familyName: names.familyName,
        givenName: names.givenName,
        nameZh: names.nameZh,
        isNameProposed,
        locale: spoken,
        organisation: namesInPlace(inLanguage(row.organisation, spoken)),
        jobTitle: inLanguage(row.jobTitle, spoken),
      };
    });

/** A person as a row brings them, ready to be written. Empty texts are `""` or without a language, days `YYYY-MM-DD`. */
export type ImportedPerson = z.infer<ReturnType<typeof personInput>>;
