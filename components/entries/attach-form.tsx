import type { EntryLevel } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FILES_AN_ENTRY } from "@/lib/entries/files/file-limits";
import { type EntryPlace, pageOf } from "@/lib/entries/noun";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ChoiceRow } from "../ui/choice-row";
import { FileChoice } from "../ui/file-choice";
import { FormKey } from "../ui/form-key";

type AttachFormProps = {
  entry: EntryPlace;
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  /** Whom the last one was for, where it was not taken. */
  level?: EntryLevel;
  /** Those whom it may be for. */
  levels: readonly EntryLevel[];
  locale: Locale;
};

/** A plain form that carries a file: it works without JavaScript and comes back to this page. */
export function AttachForm(props: AttachFormProps) {
  const { entry, refusal, level: chosen = "members", levels, locale } = props;
  const t = getTranslator(locale, "entries");
  return (
    <Card className="no-print mt-4">
      <form
        action={`/api${pageOf(entry)}/files?locale=${locale}`}
        className="space-y-4"
        encType="multipart/form-data"
        method="post"
      >
        <FormKey />
        <FileChoice
          hint={t("files.hint", { kind: entry.entryKind, most: FILES_AN_ENTRY })}
          id="entry"
          label={t("files.add")}
          name="file"
          refusal={refusal}
          takesPdf
        />
        {levels.length > 1 ? (
          <fieldset>
            <legend className="mb-1 font-semibold">{t("files.level")}</legend>
            {levels.map((level) => (
              <ChoiceRow
                defaultChecked={level === chosen}
                id={`entry-file-${level}`}
                key={level}
                label={t(`files.levels.${level}`)}
                name="level"
                required
                type="radio"
                value={level}
              />
            ))}
          </fieldset>
        ) : (
          <input name="level" type="hidden" value={levels[0]} />
        )}
        <Button type="submit" variant="secondary">
          {t("files.send")}
        </Button>
      </form>
    </Card>
  );
}
