import { z } from "zod";
import { COUNTRIES, PAGE_VISIBILITIES } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import { code, type ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { staleMarksOf } from "@/lib/core/i18n/staleness";
import {
  choice,
  choices,
  localized,
  onceRight,
  optionalChoice,
  optionalLine,
  optionalYear,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { latinFault, organisationNameFault } from "@/lib/core/text/names";
import {
  compactNumber,
  isFrenchVat,
  isSiren,
  isSiret,
  isUscc,
} from "@/lib/core/text/registration-numbers";
import { isSlug } from "@/lib/core/text/slug";
import { readWebsite } from "@/lib/core/text/website";
import {
  hasParent,
  ORGANISATION_MAX,
  ORGANISATION_TEXTS,
  sirenWithin,
} from "./organisation-content";
import { placeList } from "./place-label";
import { numberOf } from "./registration-rules";

const number = optionalLine(ORGANISATION_MAX.number).transform((text) =>
  text === "" ? null : compactNumber(text),
);

const website = optionalLine(ORGANISATION_MAX.website).transform((text, context) => {
  const read = text === "" ? null : readWebsite(text);
  if (text !== "" && read === null) {
    context.addIssue({ code: "custom", message: code("notAWebAddress") });
  }
  return read;
});

const OLDEST = 800;

/** What the managers write and choose, each field by itself. */
const fields = {
  originalLocale: choice(LOCALES),
  name: localized(ORGANISATION_MAX.name, true),
  description: localized(ORGANISATION_MAX.description),
  kind: choice((slug) => isReference("organisationKinds", slug)),
  size: optionalChoice((slug) => isReference("organisationSizes", slug)),
  sectors: choices((slug) => isReference("sectors", slug)),
  founded: optionalYear(OLDEST),
  website,
  country: choice(COUNTRIES),
  place: optionalChoice((slug) => placeList(slug) !== null),
  sitesLyon: choices((slug) => isReference("lyonPlaces", slug), 120),
  sitesChina: choices((slug) => isReference("cities", slug), 80),
  siren: number,
  siret: number,
  vat: number,
  uscc: number,
  parentUscc: number,
};

type Fields = z.infer<z.ZodObject<typeof fields>>;

type Faults = [field: string, code: ErrorCode | false][];

/** What the name needs. */
function nameFaults(input: Fields): Faults {
  const { originalLocale } = input;
  return [
    [`name.${originalLocale}`, Object.keys(input.name).length === 0 && "required"],
    ...LOCALES.map((one): [string, ErrorCode | false] => [
      `name.${one}`,
      organisationNameFault(input.name[one] ?? "") ?? false,
    ]),
  ];
}

/** What the numbers have to be in their country and for their kind. */
function numberFaults(input: Fields): Faults {
  const { country, kind, siren, siret, vat, uscc, parentUscc } = input;
  const asked = numberOf(country, kind);
  const faults: Faults = [
    ["parentUscc", hasParent(input) && parentUscc !== null && !isUscc(parentUscc) && "notAUscc"],
  ];
  if (asked?.number === "siren") {
    const own = siren ?? sirenWithin({ siret, vat });
    const isOf = (part: string) => part === own;
    faults.push(
      ["siren", siren === null ? asked.isRequired && "required" : !isSiren(siren) && "notASiren"],
      ["siret", siret !== null && !(isSiret(siret) && isOf(siret.slice(0, 9))) && "notASiret"],
      ["vat", vat !== null && !(isFrenchVat(vat) && isOf(vat.slice(4))) && "notAVat"],
    );
  }
  if (asked?.number === "uscc") {
    const isMissing = asked.isRequired && "required";
    faults.push(["uscc", uscc === null ? isMissing : !isUscc(uscc) && "notAUscc"]);
  }
  return faults;
}

const NUMBERS = ["siren", "siret", "vat", "uscc", "parentUscc"];

const tell =
  (faultsOf: (input: Fields) => Faults) => (input: Fields, context: z.core.$RefinementCtx) => {
    for (const [field, message] of faultsOf(input)) {
      if (message) context.addIssue({ code: "custom", path: field.split("."), message });
    }
  };

const checked = <Input extends Fields>(schema: z.ZodType<Input>) =>
  schema
    .superRefine(tell(nameFaults), onceRight("name", "originalLocale"))
    .superRefine(tell(numberFaults), onceRight("country", "kind", ...NUMBERS));

/** The two lists of further places as the one that is kept, without the head office. */
function asKept<Input extends Fields>({ sitesLyon, sitesChina, ...rest }: Input) {
  const sites = [...sitesLyon, ...sitesChina].filter((slug) => slug !== rest.place);
  return { ...rest, sites };
}

/** A new organisation; an empty visibility stands for what is usual for its kind. */
export const createOrganisationInput = checked(
  z.strictObject({
    ...fields,
    visibility: optionalChoice(PAGE_VISIBILITIES),
    isAnother: ticked,
  }),
).transform(asKept);

const target = { organisationId: rowId, version: rowVersion };

/** Where the form stands, to come back to. */
const slug = z.string({ error: code("notFound") }).refine(isSlug, code("notFound"));

export const saveOrganisationInput = checked(
  z.strictObject({
    ...fields,
    ...target,
    visibility: choice(PAGE_VISIBILITIES),
    isAnother: ticked,
    /** Translations said to be still right: `description.en`. */
    confirmed: choices(staleMarksOf(ORGANISATION_TEXTS)),
  }),
).transform(asKept);

export const removeOrganisationInput = z.strictObject({
  ...target,
  confirmed: z.literal("on", { error: code("tickFirst") }),
});

export const removeLogoInput = z.strictObject({ organisationId: rowId, slug });

/** What a manager says of the Latin name proposed: takes it, as corrected, or keeps the Chinese name alone. */
export const settleOrganisationNameInput = z
  .strictObject({
    ...target,
    slug,
    intent: z.enum(["accept", "keep"], { error: code("unreadable") }),
    latin: optionalLine(ORGANISATION_MAX.name),
    isAnother: ticked,
  })
  .superRefine(({ intent, latin }, context) => {
    if (intent === "keep") return;
    const message = latin ? (latinFault(latin) ?? organisationNameFault(latin)) : code("required");
    if (message) context.addIssue({ code: "custom", path: ["latin"], message });
  });
