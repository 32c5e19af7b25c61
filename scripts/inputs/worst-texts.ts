import { bearsTraces } from "@/lib/accounts/traces";
import { matchKeysOf } from "@/lib/applications/match-keys";
import { checkMailDomain } from "@/lib/applications/vetting/mail-domain";
import { typedTexts } from "@/lib/core/auth/refused-form";
import { readPartDay, ZONE } from "@/lib/core/dates";
import { preferredLocale } from "@/lib/core/i18n/accept-language";
import { renderMail } from "@/lib/core/mail/render-mail";
import { path, safeReturnPath } from "@/lib/core/paths";
import { isHanName, isWechatId } from "@/lib/core/text/contact-formats";
import { cutText } from "@/lib/core/text/cut-text";
import { countGraphemes, email, line, localized, paragraph } from "@/lib/core/text/fields";
import { fold, likePattern } from "@/lib/core/text/fold";
import { organisationNameFault } from "@/lib/core/text/names";
import { formatPhone, isPhone, readPhone } from "@/lib/core/text/phone-numbers";
import { phonePattern } from "@/lib/core/text/phone-pattern";
import { pointsOf } from "@/lib/core/text/points";
import { readForm, typedIn } from "@/lib/core/text/read-form";
import { compactNumber } from "@/lib/core/text/registration-numbers";
import { splitLinks } from "@/lib/core/text/split-links";
import { diffTexts } from "@/lib/core/text/text-diff";
import { readWebsite } from "@/lib/core/text/website";
import { readMinute } from "@/lib/core/two-clocks";
import { sourcesInput } from "@/lib/entries/sources-input";
import { readAgendaFilters } from "@/lib/events/agenda-filters";
import { type CalendarRow, writeEvents } from "@/lib/events/event-calendar";
import { monthGrid } from "@/lib/events/month-grid";
import { readProgramme } from "@/lib/events/programme";
import { registerInput } from "@/lib/events/registrations.schema";
import { tellingWords } from "@/lib/matching/matching-words";
import { splitChineseName } from "@/lib/members/chinese-name";
import { slugOfMember } from "@/lib/members/member-slug";
import { buildMemberSearch } from "@/lib/members/search-text";
import { settleNames } from "@/lib/members/settled-names";
import { readFindAddress } from "@/lib/organisations/find-address";
import { proposeOrganisationName } from "@/lib/organisations/latin-name";
import { buildOrganisationSearch, nameKeys } from "@/lib/organisations/names";
import { slugOfName } from "@/lib/organisations/organisation-slug";
import { pageValues } from "@/lib/pages/club-values";
import { readPageText } from "@/lib/pages/page-text";
import { fillIn } from "@/lib/pages/page-values";
import { passwordFault } from "@/lib/passwords/password-strength";
import {
  findFullNames,
  findIdentities,
  findIdentity,
  withoutIdentity,
} from "@/lib/projects/identifies-owner";
import { similarWords } from "@/lib/projects/similar-words";
import { latinAddress } from "@/lib/search/latin-address";
import { nameQuestions } from "@/lib/search/name-questions";
import { readName, readWords, sortName } from "@/lib/search/reading";
import { searchLine, searchPatterns } from "@/lib/search/search-words";
import { simplified } from "@/lib/search/simplified";
import { deviceWords } from "@/lib/sessions/device-words";
import { compose } from "@/scripts/share/draw-picture";
import { setTitle } from "@/scripts/share/set-title";
import type { Run, WorstInput } from "./measure-cpu";
import { COMMON_HAN, HAN, reading, text, UNITS } from "./worst-pieces";

const LINE = 120 * UNITS;
const DRAFT = 4000 * UNITS;
const POST = 3000 * UNITS;
const PROJECT_TEXT = 2000 * UNITS;
/** Written by administrators alone, read by everybody. */
const PAGE_TEXT = 20_000 * UNITS;
const HEADER = 16_000;
const FORM = 1024 ** 2;
const FILE_FORM = 10 * FORM;

const NOBODY = {
  familyName: "Vernoux",
  givenName: "Agathe",
  nameZh: "韦尔努",
  organisations: [{ fr: "Soierie Vernoux Lyon", en: "Vernoux Silk", zh: "里昂韦尔努丝绸" }],
  contacts: ["agathe.vernoux@example.org", "+33 6 39 98 00 12", "www.example.org"],
};

/** Whose names begin again and again in a text of one letter or word, without ending. */
const PILING_UP = {
  familyName: "Aaaaaaaaab",
  givenName: "a".repeat(60),
  nameZh: "中中中中",
  organisations: [{ fr: "A a a a b", zh: "里昂中中中中有限公司" }],
  contacts: ["a.a.a.b@example.org", "0000000001"],
};

/** A share picture but for its title. */
const SHARED = {
  swatch: { weave: "both", seed: 4711 },
  clubName: "Club",
  address: "https://club.example.org/fr/projects/a",
} as const;

const inForm = (value: string) => {
  const form = new FormData();
  form.set("title", value);
  return form;
};

const posted = (size: number, nameOf: (index: number) => string): Run => {
  const form = new FormData();
  for (let index = 0; index < size; index++) form.append(nameOf(index), "a");
  return () => readForm(form);
};

const BEFORE_AND_AFTER: Record<string, [(index: number) => string, (index: number) => string]> = {
  "new words": [(index) => `a${index} `, (index) => `b${index} `],
  "a few words, mixed": [(index) => `${"ab"[index % 2]} `, (index) => `${"bca"[index % 3]} `],
  lines: [(index) => `${"ab"[index % 2]}\n`, (index) => `${"bca"[index % 3]}\n`],
  signs: [() => "?", () => "!"],
  Chinese: [HAN, COMMON_HAN],
  spaces: [() => "a\n \t", () => " \n\t b"],
  accents: [() => "e\u0301\u0323", () => "a\u0323\u0301"],
};

const differing: WorstInput = {
  name: "diffTexts",
  most: PROJECT_TEXT,
  kinds: Object.fromEntries(
    Object.entries(BEFORE_AND_AFTER).map(([kind, [before, after]]) => [
      kind,
      (size: number): Run => {
        const texts = [text(size, before), text(size, after)] as const;
        return () => diffTexts(...texts, "zh");
      },
    ]),
  ),
};

const post = paragraph(3000);
const draft = localized(4000);
const title = line(120);
const values = pageValues("fr");

/** A programme whose every line begins with a time costs two clocks a line. */
const readingProgramme = (most: number): WorstInput => {
  const read = (made: string) => readProgramme(made, "lyon", "2027-04-13 09:00");
  const { kinds, ...rest } = reading("readProgramme", most, read);
  const timed = (size: number) => {
    const made = text(size, "09:00 a\n");
    return () => read(made);
  };
  return { ...rest, kinds: { ...kinds, "a time on each line": timed } };
};

/** An event as a calendar takes it; its title is what is tried. */
const LISTED: Omit<CalendarRow, "title"> = {
  ...{ id: "0190c0de-0000-7000-8000-000000000001", slug: "a", version: 1, cities: ["ningbo"] },
  ...{ originalLocale: "zh", format: "in-person", place: "lyon-3", progress: "open" },
  moderation: "published",
  startsAt: new Date("2027-04-13T07:00:00Z"),
  endsAt: new Date("2027-04-13T09:00:00Z"),
  updatedAt: new Date("2026-11-28T07:00:00Z"),
};

const CALENDAR = { locale: "zh", origin: "https://club.example.org", name: "Club" } as const;

const dated = (starts: string, ends: string) => (size: number) => {
  const events = Array.from({ length: size }, () => ({ starts, ends }));
  return () => monthGrid("2027-04", events);
};

export const WORST_TEXTS: readonly WorstInput[] = [
  differing,
  reading("splitLinks", POST, (made) => splitLinks(`https://a.fr/${made}`)),
  reading("paragraph", POST, (made) => post.safeParse(made)),
  reading("localized", DRAFT, (made) => draft.safeParse({ fr: made, en: made, zh: made })),
  reading("line", LINE, (made) => title.safeParse(made)),
  reading("setTitle", LINE, (made) => setTitle(made, 712)),
  reading("compose", LINE, (made) => compose({ ...SHARED, title: made })),
  reading("email", 254, (made) => email.safeParse(made)),
  reading("countGraphemes", DRAFT, countGraphemes),
  reading("readPageText", PAGE_TEXT, readPageText),
  reading("fillIn", PAGE_TEXT, (made) => fillIn(made, values)),
  reading("cutText", DRAFT, (made) => cutText(made, 200)),
  reading("fold", DRAFT, fold),
  reading("likePattern", HEADER, likePattern),
  reading("isPhone", LINE, isPhone),
  reading("readPhone", LINE, (made) => readPhone(made, ["cn", "fr"])),
  reading("formatPhone", LINE, formatPhone),
  reading("isWechatId", LINE, isWechatId),
  reading("isHanName", LINE, isHanName),
  reading("organisationNameFault", LINE, organisationNameFault),
  reading("compactNumber", LINE, compactNumber),
  reading("searchLine", DRAFT, (made) => searchLine([made])),
  reading("searchPatterns", HEADER, searchPatterns),
  reading("simplified", DRAFT, simplified),
  reading("readWords", LINE, readWords),
  reading("readName", LINE, readName),
  reading("sortName", LINE, sortName),
  reading("splitChineseName", LINE, splitChineseName),
  reading("latinAddress", LINE, latinAddress),
  reading("slugOfName", LINE, (made) => slugOfName({ fr: made })),
  reading("slugOfMember", LINE, (made) =>
    slugOfMember({ familyName: made, givenName: made, nameOrder: "given-first", nameZh: made }),
  ),
  reading("settleNames", DRAFT, (made) =>
    settleNames({ familyName: made, givenName: made, nameZh: "" }),
  ),
  reading("proposeOrganisationName", LINE, proposeOrganisationName),
  reading("buildMemberSearch", LINE, (made) =>
    buildMemberSearch({
      ...{ familyName: made, givenName: made, nameZh: made },
      ...{ jobTitle: { fr: made }, bio: {}, offers: {}, needs: {} },
      ...{ languages: [], sectors: [], cities: [] },
    }),
  ),
  reading("nameKeys", LINE, (made) => nameKeys([made, made])),
  reading("buildOrganisationSearch", LINE, (made) =>
    buildOrganisationSearch({ name: { fr: made, zh: made }, place: null, sectors: [] }),
  ),
  reading("matchKeysOf", LINE, (made) =>
    matchKeysOf({
      ...{ legalName: made, chineseName: made, familyName: made },
      ...{ givenName: made, nameZh: made, phone: made, wechat: made },
    }),
  ),
  reading("readFindAddress", HEADER, (made) => readFindAddress({ name: made })),
  reading("readWebsite", 200 * UNITS, readWebsite),
  reading("readPartDay", LINE, readPartDay),
  reading("sourcesInput", LINE, (made) =>
    sourcesInput.safeParse({ title1: made, url1: made, opened1: made }),
  ),
  reading("checkMailDomain", 200 * UNITS, (made) => checkMailDomain(`a@${made}`, made)),
  reading("findIdentity", PROJECT_TEXT, (made) => findIdentity(made, NOBODY)),
  reading("findIdentities", PROJECT_TEXT, (made) =>
    findIdentities({ teaser: { fr: made }, summary: { zh: made } }, PILING_UP),
  ),
  reading("findFullNames", PROJECT_TEXT, (made) => findFullNames(made, [NOBODY, PILING_UP])),
  reading("nameQuestions", PROJECT_TEXT, nameQuestions),
  readingProgramme(8000 * UNITS),
  reading("readMinute", LINE, (made) => readMinute(ZONE.lyon, made)),
  reading("readAgendaFilters", HEADER, (made) =>
    readAgendaFilters({ kind: made, city: made, month: made, q: made, when: made, page: made }),
  ),
  reading("registerInput", 600 * UNITS, (made) =>
    registerInput.safeParse({ eventId: LISTED.id, companions: made, note: made }),
  ),
  reading("writeEvents", LINE, (made) =>
    writeEvents([{ ...LISTED, title: { zh: made } }], CALENDAR),
  ),
  {
    name: "monthGrid",
    most: 300,
    kinds: {
      "events of a day": dated("2027-04-13 09:00", "2027-04-13 11:00"),
      "events that never end": dated("0001-01-01 00:00", "9999-12-31 23:59"),
    },
  },
  reading("pointsOf", PROJECT_TEXT, pointsOf),
  reading("similarWords", DRAFT, similarWords),
  reading("tellingWords", PROJECT_TEXT, (made) => tellingWords({ fr: made, zh: made })),
  reading("renderMail", POST, (made) =>
    renderMail("projectPublished", "fr", { title: made, words: made }),
  ),
  reading("bearsTraces", POST, (made) =>
    bearsTraces([`> ${made}`, made], { names: [made.slice(-80)], words: ["Bonjour à tous"] }),
  ),
  reading("phonePattern", PROJECT_TEXT, (made) =>
    made.replace(phonePattern("+33 4 44 44 44 44") ?? "", "…"),
  ),
  reading("withoutIdentity", PROJECT_TEXT, (made) => withoutIdentity(made, NOBODY)),
  reading("typedTexts", FORM, (made) => typedTexts({ words: made })),
  reading("preferredLocale", HEADER, preferredLocale),
  reading("deviceWords", HEADER, deviceWords),
  reading("safeReturnPath", HEADER, (made) => safeReturnPath("fr", `/fr/${made}`)),
  reading("path", HEADER, (made) => path("fr", "/", { q: made })),
  reading("passwordFault", 256, (made) => passwordFault(made, ["agathe.vernoux@example.org"])),
  {
    name: "readForm",
    most: 1000,
    kinds: {
      "fields of one name": (size) => posted(size, () => "sectors"),
      "fields below one name": (size) => posted(size, (index) => `title.x${index}`),
      "different fields": (size) => posted(size, (index) => `x${index}`),
    },
  },
  {
    name: "typedIn",
    most: FILE_FORM,
    kinds: {
      letters: (size) => {
        const form = inForm("a".repeat(size));
        return () => typedIn(form, "title");
      },
      emoji: (size) => {
        const form = inForm("🙂".repeat(size / 2));
        return () => typedIn(form, "title");
      },
    },
  },
];
