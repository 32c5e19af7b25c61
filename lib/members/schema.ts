import { z } from "zod";
import { COUNTRIES, type Country, NAME_ORDERS, VISIBILITIES } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import { isDay } from "@/lib/core/dates";
import { code } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { staleMarksOf } from "@/lib/core/i18n/staleness";
import { isWechatId } from "@/lib/core/text/contact-formats";
import {
  choice,
  choices,
  email,
  localized,
  onceRight,
  optionalLine,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { optionalChineseName, optionalNameLine } from "@/lib/core/text/names";
import { isPhone, readPhone } from "@/lib/core/text/phone-numbers";
import { FIELDS, type MemberField } from "./policy";
import { latinFaults, settleNames, type TypedNames } from "./settled-names";

/** Most characters of each text, as readers count them; the form shows the same figures. */
export const PROFILE_MAX = {
  name: 80,
  nameZh: 40,
  jobTitle: 120,
  bio: 1500,
  offers: 800,
  needs: 800,
  phone: 40,
  wechat: 60,
} as const;

/** The texts a member writes in up to three languages. */
export const PROFILE_TEXTS = ["jobTitle", "bio", "offers", "needs"] as const;

export type ProfileText = (typeof PROFILE_TEXTS)[number];

const visibilityOfField = choice(VISIBILITIES);

/** The eye of the portrait stands beside a form of its own. */
const visibility = z
  .strictObject(
    Object.fromEntries(FIELDS.map((field) => [field, visibilityOfField])) as Record<
      MemberField,
      typeof visibilityOfField
    >,
  )
  .partial({ portrait: true });

const maybeEmail = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .pipe(z.union([z.literal(""), email], { error: "notAnEmail" }));

/** Kept as E.164 writes it. */
const maybePhone = optionalLine(PROFILE_MAX.phone)
  .refine((text) => text === "" || isPhone(text), code("notAPhone"))
  .transform((text) => readPhone(text) ?? "");

const maybeWechat = optionalLine(PROFILE_MAX.wechat).refine(
  (text) => text === "" || isWechatId(text),
  code("notAWechatId"),
);

const profileFields = z.strictObject({
  version: rowVersion,
  familyName: optionalNameLine(PROFILE_MAX.name),
  givenName: optionalNameLine(PROFILE_MAX.name),
  nameOrder: choice(NAME_ORDERS),
  nameZh: optionalChineseName(PROFILE_MAX.nameZh),
  originalLocale: choice(LOCALES),
  jobTitle: localized(PROFILE_MAX.jobTitle, true),
  bio: localized(PROFILE_MAX.bio),
  offers: localized(PROFILE_MAX.offers),
  needs: localized(PROFILE_MAX.needs),
  languages: choices((slug) => isReference("languages", slug)),
  sectors: choices((slug) => isReference("sectors", slug)),
  cities: choices((slug) => isReference("cities", slug), 80),
  translates: ticked,
  email: maybeEmail,
  phone: maybePhone,
  wechat: maybeWechat,
  visibility,
  /** Translations said to be still right: `bio.en`. */
  confirmed: choices(staleMarksOf(PROFILE_TEXTS)),
});

const isCountry = (value: unknown): value is Country => COUNTRIES.some((one) => one === value);

/** A number as it is dialled in one of the `phoneCountries` (`cn fr`) that the form names, with its country code. */
function withCountryCode(input: unknown): unknown {
  const { phoneCountries, ...fields } = (input ?? {}) as Record<string, unknown>;
  const { phone } = fields;
  if (typeof phone !== "string") return fields;
  const named = String(phoneCountries ?? "").split(" ");
  return { ...fields, phone: readPhone(phone, named.filter(isCountry)) ?? phone };
}

/** Both Latin names are needed in the end, see `settleNames`. */
function requireNames(input: TypedNames, context: z.core.$RefinementCtx) {
  const settled = settleNames(input);
  for (const field of ["familyName", "givenName"] as const) {
    if (settled[field] !== "") continue;
    context.addIssue({ code: "custom", path: [field], message: code("required") });
  }
}

/** A member's own profile as its form sends it. Empty texts give `""` or a missing language; names are as typed. */
export const profileInput = z.preprocess(
  withCountryCode,
  profileFields.superRefine(requireNames, onceRight("familyName", "givenName", "nameZh")),
);

export type ProfileInput = z.infer<typeof profileInput>;

/** What the owner of a name says of its proposed Latin form: takes it, as corrected, or keeps the name as it is. */
const ANSWERS = z.enum(["accept", "keep"], { error: code("unreadable") });

export const settleNameInput = z
  .strictObject({
    version: rowVersion,
    intent: ANSWERS,
    familyName: optionalNameLine(PROFILE_MAX.name),
    givenName: optionalNameLine(PROFILE_MAX.name),
    nameZh: optionalChineseName(PROFILE_MAX.nameZh),
  })
  .transform(({ version, intent, ...typed }, context) => {
    if (intent === "keep") return { version, names: null };
    const { isProposed: _, ...names } = settleNames(typed);
    requireNames(names, context);
    for (const { field, code: message } of latinFaults(names)) {
      context.addIssue({ code: "custom", path: [field], message });
    }
    return { version, names };
  });

/** When the page of news was drawn that the reader has read. */
export const newsSeenInput = z.strictObject({
  until: z.iso
    .datetime({ error: code("unreadable") })
    .refine((at) => isDay(at.slice(0, 10)), code("unreadable"))
    .transform((at) => new Date(at)),
});

export type NewsSeenInput = z.infer<typeof newsSeenInput>;
