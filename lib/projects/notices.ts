import { type Fact, type Facts, inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { ClubEvent } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectText } from "./project";
import { textNames } from "./text-name";

/** Who hears what happens to a project, and to an edit of it. */
const NOTICES: NoticeTable<"owner" | "translator"> = {
  "project.submitted": { owner: "projectSubmitted" },
  "project.published": { owner: "projectPublished", translator: "translationPublished" },
  "project.changes-requested": { owner: "projectChangesRequested" },
  "project.refused": { owner: "projectRefused" },
  "revision.published": { owner: "revisionPublished", translator: "translationPublished" },
  "revision.changes-requested": { owner: "revisionChangesRequested" },
  "revision.refused": { owner: "revisionRefused" },
  "project.deadline-warned": { owner: "deadlineSoon" },
  "project.expired": { owner: "projectExpired" },
};

type Titled = { slug: string; title: LocalizedText; originalLocale: Locale };

export type Told = Titled & { ownerAccountId: string };

const NO_REASON: Facts = { reason: "", words: "" };

/** Tells a project's owner; what it opens is the project's page unless told otherwise (`to`). */
export const tellOwner = (project: Told, more: Facts = NO_REASON) =>
  tellBy(NOTICES, {
    people: { owner: { accountId: project.ownerAccountId } },
    facts: {
      title: titleFact(project.title, project.originalLocale),
      to: `/projects/${project.slug}`,
      ...more,
    },
  });

/** What of one author's comes online in one language. */
export type TranslationOnline = {
  accountId: string;
  locale: Locale;
  fields: readonly ProjectText[];
};

/** Tells the owner that the text is online, and each author of a translation that comes online with it. */
export const tellPublished =
  (project: Told, online: readonly TranslationOnline[]) => (event: Pick<ClubEvent, "name">) => [
    ...tellOwner(project)(event),
    ...online.flatMap(({ accountId, ...translated }) =>
      tellBy(NOTICES, {
        people: { translator: { accountId } },
        facts: translationFacts(project, { ...translated, to: `/projects/${project.slug}` }),
      })(event),
    ),
  ];

type Translated = Omit<TranslationOnline, "accountId"> & {
  person?: Fact;
  words?: string;
  to: string;
};

/** What is told about translations of a project; its owner is never named. */
export const translationFacts = (project: Titled, { locale: language, ...told }: Translated) => ({
  title: titleFact(project.title, project.originalLocale),
  language: inEachLanguage((locale) =>
    getTranslator(locale, "translations")("language", { language }),
  ),
  fields: inEachLanguage((locale) => textNames(told.fields, locale)),
  person: told.person ?? "",
  words: told.words ?? "",
  to: told.to,
});

/** How a notice calls a project by a title that its recipient may read; one that has none is untitled. */
export function titleFact(title: LocalizedText, originalLocale: Locale): Fact {
  const isTitled = Object.values(title).some(Boolean);
  if (isTitled) return { text: title, original: originalLocale };
  return inEachLanguage((locale) => getTranslator(locale, "projects")("untitled"));
}
