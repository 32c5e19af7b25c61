import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { diffCopy } from "@/lib/core/i18n/ui-copy";
import type { ChoiceChange, TextChange } from "@/lib/entries/difference";
import type { Noun } from "@/lib/entries/noun";
import { DiffText } from "../ui/diff-text";
import { dossierField } from "./dossier-field";

type DossierChangesProps = {
  noun: Noun;
  locale: Locale;
  texts: TextChange[];
  choices: ChoiceChange[];
  /** What it is compared with: the published text, or what the team read when it sent it back. */
  since?: "live" | "lastRead";
};

/** What an edit changes in a published entry, or a resubmission in what was read, word by word and choice by choice. */
export function DossierChanges(props: DossierChangesProps) {
  const { noun, locale, texts, choices, since = "live" } = props;
  const t = getTranslator(locale, "admin");
  if (texts.length + choices.length === 0) {
    return <p>{t(since === "live" ? "dossier.noChange" : "dossier.noChangeSince")}</p>;
  }
  return (
    <div className="space-y-8">
      {texts.map(({ field, language, parts }) => (
        <section key={`${field}.${language}`}>
          <h3 className="mb-2 font-semibold">
            {dossierField(noun, field, locale)}{" "}
            <span className="font-normal text-muted text-sm" lang={LANGUAGE_TAG[language]}>
              {LOCALE_NAME[language]}
            </span>
          </h3>
          <DiffText copy={diffCopy(locale)} lang={LANGUAGE_TAG[language]} parts={parts} />
        </section>
      ))}
      {choices.map(({ field, before, after }) => (
        <section key={field}>
          <h3 className="mb-2 font-semibold">{dossierField(noun, field, locale)}</h3>
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[6rem_1fr]">
            <dt className="text-muted text-sm">{t("dossier.before")}</dt>
            <dd>
              <del className="text-danger">{before || t("dossier.empty")}</del>
            </dd>
            <dt className="text-muted text-sm">{t("dossier.after")}</dt>
            <dd>
              <ins className="text-success">{after || t("dossier.empty")}</ins>
            </dd>
          </dl>
        </section>
      ))}
      <p className="text-muted text-sm">{t("dossier.unchanged")}</p>
    </div>
  );
}
