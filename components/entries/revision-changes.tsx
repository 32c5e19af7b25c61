import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { diffCopy } from "@/lib/core/i18n/ui-copy";
import { listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { fieldName } from "@/lib/entries/noun-words";
import { DiffText } from "../ui/diff-text";
import { TextChanges } from "../ui/text-changes";

type RevisionChangesProps = {
  noun: Noun;
  live: EntryContent;
  proposed: EntryContent;
  locale: Locale;
};

/** What an edit changes in the published entry, word by word and choice by choice. */
export function RevisionChanges({ noun, live, proposed, locale }: RevisionChangesProps) {
  const t = getTranslator(locale, "entries");
  const texts = listTextChanges(noun.fields, live, proposed);
  const choices = listChoiceChanges(noun, live, proposed, locale);
  if (texts.length + choices.length === 0) return <p>{t("revision.noChange")}</p>;
  return (
    <div className="space-y-6">
      <TextChanges
        changes={texts}
        locale={locale}
        nameOf={(field) => fieldName(noun, field, locale)}
      />
      {choices.map(({ field, before, after }) => (
        <section key={field}>
          <h3 className="mb-2 font-semibold">{fieldName(noun, field, locale)}</h3>
          <DiffText
            copy={diffCopy(locale)}
            parts={[
              { value: before || t("revision.nothing"), removed: true },
              { value: " → " },
              { value: after || t("revision.nothing"), added: true },
            ]}
          />
        </section>
      ))}
    </div>
  );
}
