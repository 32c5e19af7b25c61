import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ChoiceChange, TextChange } from "@/lib/entries/difference";
import type { Noun } from "@/lib/entries/noun";
import { TextChanges } from "../ui/text-changes";
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
      <TextChanges
        changes={texts}
        locale={locale}
        nameOf={(field) => dossierField(noun, field, locale)}
      />
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
