import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { fold, lettersOf } from "@/lib/core/text/fold";

/** What a file may bring of a person. Role, status and consents are none of it. */
export const IMPORT_FIELDS = [
  "familyName",
  "givenName",
  "nameZh",
  "email",
  "organisation",
  "jobTitle",
  "sectors",
  "cities",
  "joinedOn",
  "category",
  "locale",
  "duesPaidUntil",
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What clubs call their columns, beside the portal's own words for them. */
const ALSO: Record<ImportField, string> = {
  familyName: "nom|nom usuel|last name|surname|姓|姓氏",
  givenName: "prénoms|first name|forename|名",
  nameZh: "nom en chinois|name in chinese|中文名|姓名|名字",
  email:
    "mail|adresse e-mail|adresse mail|adresse électronique|courriel|email address|email|电子邮箱|电子邮件|邮件|邮箱地址",
  organisation:
    "organization|entreprise|société|structure|raison sociale|employeur|company|employer|机构名称|公司|公司名称|单位|工作单位|企业",
  jobTitle: "poste|titre|intitulé du poste|job title|title|job|职位",
  sectors: "secteur|secteurs d'activité|secteur d'activité|sector|industry|所属行业|领域",
  cities: "villes|ville en Chine|cities|Chinese cities|城市|在华城市|所在城市",
  joinedOn:
    "date d'adhésion|adhésion|adhérent depuis|date d'entrée|joined|joined on|date joined|join date|入会时间|加入日期|入会",
  category:
    "catégorie|catégorie de membre|catégorie d'adhérent|type de membre|type d'adhérent|type d'adhésion|kind of membership|category|membership type|membership category|类别|会员类型",
  locale:
    "langue|langue de correspondance|langue des courriers|language of letters|language|preferred language|correspondence language|通信语言|语言|语种|首选语言",
  duesPaidUntil:
    "cotisation jusqu'au|à jour jusqu'au|fin de cotisation|paid until|membership expires|expiry date|会费有效期|会费有效期至|会费到期日",
};

/** Columns that are never read, and what their headings hold. */
const NEVER: Record<keyof (typeof CATALOGUES)["en"]["imports"]["ignored"], RegExp> = {
  role: /role|droits|permission|administrat|角色|权限|管理员/,
  status: /statut|status|etatdeladhesion|membershipstate|状态/,
  consent: /consent|rgpd|gdpr|pipl|同意|授权/,
  password: /motdepasse|password|密码/,
};

export type Ignored = keyof typeof NEVER;

/** A heading as it is compared: without what stands in brackets behind it, accents, spaces and signs. */
function headingKey(heading: string): string {
  const folded = fold(heading.slice(0, 120));
  const bracket = folded.search(/[([]/);
  return lettersOf(bracket > 0 ? folded.slice(0, bracket) : folded);
}

/** Its field where the portal or a club calls it so, brackets and all or without them. */
export function fieldOfHeading(heading: string): ImportField | null {
  const whole = headingKey(heading.replace(/[([（【\])）】]/g, " "));
  return FIELD_OF.get(whole) ?? FIELD_OF.get(headingKey(heading)) ?? null;
}

/** Why a column of this heading is never read; null for any other. */
export function ignoredHeading(heading: string): Ignored | null {
  const key = headingKey(heading);
  const found = Object.entries(NEVER).find(([, words]) => words.test(key));
  return found ? (found[0] as Ignored) : null;
}

const FIELD_OF = new Map<string, ImportField>(
  IMPORT_FIELDS.flatMap((field) => {
    const own = LOCALES.map((locale) => CATALOGUES[locale].imports.fields[field]);
    return [...own, ...ALSO[field].split("|"), field].map((word): [string, ImportField] => [
      headingKey(word.replace(/[（）]/g, " ")),
      field,
    ]);
  }),
);
