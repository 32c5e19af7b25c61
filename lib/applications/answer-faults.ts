import { referenceLabel } from "@/db/reference/lists";
import { PORTAL_TEXTS, type TextsInForce } from "@/lib/consents/consent-texts";
import type { Purpose } from "@/lib/consents/policy";
import { type Tick, ticksInForce } from "@/lib/consents/tick";
import type { ErrorCode, ErrorValues } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { LOCALES } from "@/lib/core/i18n/locales";
import { isWechatId } from "@/lib/core/text/contact-formats";
import { countGraphemes } from "@/lib/core/text/fields";
import {
  chineseNameFault,
  latinFault,
  nameFault,
  organisationNameFault,
} from "@/lib/core/text/names";
import { isPhone } from "@/lib/core/text/phone-numbers";
import { readWebsite } from "@/lib/core/text/website";
import { byScript } from "@/lib/members/person-name";
import { ANSWER_MAX, SECTORS_MAX } from "./answer-limits";
import type { ApplicationAnswers } from "./answers";
import { FORM_GROUPS, type FormGroup, type FormStep, isAsked } from "./form-steps";
import { askedNumber, placeListOf, readNumber } from "./organisation-facts";
import { needsTransferConsent, type Seat } from "./transfer-consent";

/** What stands between an application and its submission; `field` is the field of the form (`pitch.fr`). */
export type Fault = { field: string; step: FormStep; code: ErrorCode; values?: ErrorValues };

/** What the rules need to know beside the answers. */
export type AnswerContext = {
  /** The applicant's language. */
  locale: Locale;
  /** The seat of the organisation they join. */
  joins: Seat | false;
  /** A manager of that organisation invited them. */
  isVouched?: boolean;
  /** What is agreed to today. */
  texts: TextsInForce;
  /** All boxes that were ticked, where the answers hold those alone that still count. */
  ticks?: Tick[];
};

type Found = [field: string, code: ErrorCode | false, values?: ErrorValues];
type Rule = (answers: ApplicationAnswers, context: AnswerContext) => Found[];

/** A text that is too long, with the limit and what there is. */
function tooLong(field: string, text: string, most: number): Found {
  const typed = countGraphemes(text);
  return [field, typed > most && "tooLong", { most, typed }];
}

const isEmpty = (list: readonly string[] | undefined) => !list || list.length === 0;

/** A text that is needed, or may be empty, and is not too long. */
function text(answers: ApplicationAnswers, field: keyof typeof TEXTS): Found {
  const value = answers[field] as string | undefined;
  if (!value) return [field, TEXTS[field] === "needed" && "required"];
  return tooLong(field, value, ANSWER_MAX[field]);
}

const TEXTS = {
  familyName: "needed",
  givenName: "needed",
  legalName: "optional",
  expectations: "needed",
  contribution: "needed",
  nameZh: "optional",
  phone: "optional",
  wechat: "optional",
  chineseName: "optional",
  headOfficeElsewhere: "optional",
  website: "optional",
  sponsor: "optional",
} as const;

/** A text in three languages: needed in the applicant's own. */
function localizedText(
  answers: ApplicationAnswers,
  field: "jobTitle" | "pitch",
  locale: Locale,
): Found[] {
  const texts = answers[field] ?? {};
  return [
    [`${field}.${locale}`, !texts[locale] && "required"],
    ...LOCALES.map((one) => tooLong(`${field}.${one}`, texts[one] ?? "", ANSWER_MAX[field])),
  ];
}

function names(
  answers: ApplicationAnswers,
  fields: readonly ("familyName" | "givenName" | "legalName" | "chineseName")[],
  faultOf: (name: string) => ErrorCode | null,
): Found[] {
  return fields.map((field) => [field, faultOf(answers[field] ?? "") ?? false]);
}

const chosen = (answers: ApplicationAnswers, field: keyof ApplicationAnswers): Found => [
  field,
  !answers[field] && "notChosen",
];

/** In Chinese the characters alone are enough, whose pinyin is proposed, and so are Latin letters alone. */
const isNameless = ({ familyName, givenName, nameZh }: ApplicationAnswers, locale: Locale) =>
  locale === "zh" && !nameZh && !familyName && !givenName;

const RULES: Record<FormStep, Rule> = {
  identity: (answers, { locale }) => [
    ...byScript(
      locale,
      [
        ...(isNameless(answers, locale)
          ? []
          : [text(answers, "familyName"), text(answers, "givenName")]),
        ...names(answers, ["familyName", "givenName"], nameFault),
        ...names(answers, ["familyName", "givenName"], latinFault),
        chosen(answers, "nameOrder"),
      ],
      [
        ["nameZh", isNameless(answers, locale) && "noName"],
        ["nameZh", Boolean(answers.nameZh) && (chineseNameFault(answers.nameZh ?? "") ?? false)],
      ],
    ),
    ...localizedText(answers, "jobTitle", locale),
    ["languages", isEmpty(answers.languages) && "notChosen"],
  ],
  contact: ({ phone, wechat }) => [
    ["phone", Boolean(phone) && !isPhone(phone ?? "") && "notAPhone"],
    ["wechat", Boolean(wechat) && !isWechatId(wechat ?? "") && "notAWechatId"],
  ],
  organisation: (answers, { locale }) => [
    chosen(answers, "country"),
    chosen(answers, "organisationKind"),
    ...organisationNames(answers, locale),
    ...names(answers, ["legalName", "chineseName"], organisationNameFault),
    ["chineseName", /^\P{Script=Han}+$/u.test(answers.chineseName ?? "") && "notChinese"],
  ],
  registration: (answers) => [
    registrationFault(answers),
    headOfficeFault(answers),
    text(answers, "headOfficeElsewhere"),
    chosen(answers, "headcount"),
    text(answers, "website"),
    [
      "website",
      Boolean(answers.website) && !readWebsite(answers.website ?? "") && "notAWebAddress",
    ],
  ],
  presentation: (answers, { locale }) => [
    ...localizedText(answers, "pitch", locale),
    ["sectors", isEmpty(answers.sectors) && "notChosen"],
    ["sectors", (answers.sectors ?? []).length > SECTORS_MAX && "tooMany", { most: SECTORS_MAX }],
  ],
  china: (answers) => [
    ["activityKinds", isEmpty(answers.activityKinds) && "notChosen"],
    chosen(answers, "activityStage"),
  ],
  needs: (answers) => [text(answers, "expectations"), text(answers, "contribution")],
  references: (answers) => [text(answers, "sponsor"), chosen(answers, "category")],
  charter: (answers, context) => [
    tickedBox("charter", "charterNeeded", answers, context),
    tickedBox("privacy-notice", "noticeNeeded", answers, context),
    needsTransferConsent(answers, context.joins)
      ? tickedBox("transfer-to-france", "transferNeeded", answers, context)
      : ["transfer-to-france", false],
  ],
};

/** A box that is needed, ticked beside the text that is in force now. */
function tickedBox(
  purpose: Purpose,
  code: ErrorCode,
  { consents = [] }: ApplicationAnswers,
  { locale, texts, ticks = consents }: AnswerContext,
): Found {
  const isThis = (tick: Tick) => tick.purpose === purpose;
  if (ticksInForce(texts, consents).some(isThis)) return [purpose, false];
  if (!ticks.some(isThis)) return [purpose, code];
  return [purpose, "textChanged", { text: referenceLabel("consentPurposes", purpose, locale) }];
}

/** A name in either script; the one that the reader's form asks first. */
function organisationNames(answers: ApplicationAnswers, locale: Locale): Found[] {
  const { legalName, chineseName } = answers;
  const first = locale === "zh" ? "chineseName" : "legalName";
  return [
    [first, !legalName && !chineseName && "required"],
    ...byScript(locale, [text(answers, "legalName")], [text(answers, "chineseName")]),
  ];
}

function registrationFault(answers: ApplicationAnswers): Found {
  const asked = askedNumber(answers);
  const { registrationId } = answers;
  if (!asked) return ["registrationId", false];
  if (!registrationId) return ["registrationId", asked.isRequired && "required"];
  const isWrong = readNumber(asked.number, registrationId) === null;
  return ["registrationId", isWrong && (asked.number === "siren" ? "notASiren" : "notAUscc")];
}

/** A head office that the country does not have was dropped when it was saved. */
function headOfficeFault({ country, headOffice, headOfficeElsewhere }: ApplicationAnswers): Found {
  const isMissing = !headOffice && !headOfficeElsewhere;
  return placeListOf(country)
    ? ["headOffice", isMissing && "placeNeeded"]
    : ["headOfficeElsewhere", isMissing && "required"];
}

/** What is missing or wrong on one page, one fault a field. Empty when it may be left. */
export function faultsOf(
  step: FormStep,
  answers: ApplicationAnswers,
  context: AnswerContext,
): Fault[] {
  const { joins, isVouched } = context;
  if (!isAsked(step, joins !== false && isVouched ? "invited" : joins !== false)) return [];
  const faults = new Map<string, Fault>();
  for (const [field, code, values] of RULES[step](answers, context)) {
    if (code && !faults.has(field)) {
      faults.set(field, { field, step, code, ...(values && { values }) });
    }
  }
  return [...faults.values()];
}

/** What keeps an organisation from being made as it was described. Empty when it can be. */
export function organisationFaults(answers: ApplicationAnswers, locale: Locale): Fault[] {
  return FORM_GROUPS.organisation.flatMap((step) =>
    faultsOf(step, answers, { locale, joins: false, texts: PORTAL_TEXTS }),
  );
}

/** Everything that is missing or wrong, in the order of the pages. Empty when the application may be handed in. */
export function listFaults(answers: ApplicationAnswers, context: AnswerContext): Fault[] {
  return Object.values(FORM_GROUPS)
    .flat()
    .flatMap((step: FormStep) => faultsOf(step, answers, context));
}

export type GroupState = "todo" | "begun" | "complete";

const FIELDS: Record<FormGroup, readonly (keyof ApplicationAnswers)[]> = {
  you: ["familyName", "givenName", "nameZh", "jobTitle", "languages", "phone", "wechat"],
  organisation: [
    "country",
    "organisationKind",
    "legalName",
    "chineseName",
    "registrationId",
    "headOffice",
    "headOfficeElsewhere",
    "headcount",
    "website",
    "sectors",
    "pitch",
  ],
  china: ["activityKinds", "activityStage", "cities"],
  needs: ["expectations", "contribution"],
  references: ["sponsor", "category"],
  charter: ["consents"],
};

/** How far a group of questions has come. */
export function groupState(
  group: FormGroup,
  answers: ApplicationAnswers,
  context: AnswerContext,
): GroupState {
  const steps: readonly FormStep[] = FORM_GROUPS[group];
  const isFaultless = steps.every((step) => faultsOf(step, answers, context).length === 0);
  if (isFaultless) return "complete";
  return FIELDS[group].some((field) => answers[field] !== undefined) ? "begun" : "todo";
}
