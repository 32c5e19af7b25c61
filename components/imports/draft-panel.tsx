import type { ErrorCode } from "@/lib/core/errors";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import type { CheckedImport } from "@/lib/imports/check.queries";
import type { Import } from "@/lib/imports/queries";
import { DefinitionList } from "../ui/definition-list";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import { TitledPart } from "../ui/titled-part";
import { FaultsForm } from "./faults-form";
import { MapForm } from "./map-form";
import { encodingWords, separatorWords } from "./reading-words";
import { TwinsForm } from "./twins-form";

type DraftPanelProps = {
  it: Import;
  /** What the import would do; null while its columns do not say who it is about. */
  checked: CheckedImport | null;
  actions: Record<"map" | "mend" | "choose" | "start" | "discard", FormAction>;
  locale: Locale;
};

/** A file before its people are in: how it was read, what is wrong with it, who is there already, what will happen. */
export function DraftPanel({ it, checked, actions, locale }: DraftPanelProps) {
  const t = getTranslator(locale, "imports");
  const errors = getTranslator(locale, "errors");
  const hidden = { importId: it.id, version: String(it.version) };
  return (
    <>
      <div className="space-y-4">
        {it.error ? (
          <Notice title={t("page.failed")} tone="danger">
            {errors(it.error as ErrorCode, {})}
          </Notice>
        ) : null}
        <ReadingFacts checked={checked} it={it} locale={locale} />
      </div>
      <TitledPart id="columns" title={t("page.map.title")}>
        {checked ? null : <Notice tone="warning">{errors("importColumnsMissing")}</Notice>}
        <MapForm action={actions.map} it={it} locale={locale} />
      </TitledPart>
      {checked && checked.faults.length > 0 ? (
        <TitledPart id="faults" title={t("page.faults.title")}>
          <FaultsForm action={actions.mend} faults={checked.faults} it={it} locale={locale} />
        </TitledPart>
      ) : null}
      {checked && checked.duplicates.length > 0 ? (
        <TitledPart id="twins" title={t("page.twins.title")}>
          <TwinsForm
            action={actions.choose}
            duplicates={checked.duplicates}
            it={it}
            locale={locale}
          />
        </TitledPart>
      ) : null}
      {checked ? (
        <TitledPart id="start" title={t("page.check.title")}>
          <StartPart action={actions.start} counts={checked.counts} it={it} locale={locale} />
        </TitledPart>
      ) : null}
      <GraveMove consequence={t("page.start.discardText")} label={t("page.start.discard")}>
        <MoveForm
          action={actions.discard}
          hidden={hidden}
          label={t("page.start.discard")}
          locale={locale}
          scope="discard"
          variant="danger"
        />
      </GraveMove>
    </>
  );
}

type StartPartProps = {
  it: Import;
  counts: CheckedImport["counts"];
  action: FormAction;
  locale: Locale;
};

function StartPart({ it, counts, action, locale }: StartPartProps) {
  const t = getTranslator(locale, "imports");
  const count = counts.new + counts.join;
  return (
    <div className="space-y-6">
      <DefinitionList
        items={(["new", "join", "same", "skip", "faulty"] as const).map((name) => ({
          term: t(`page.check.${name}`),
          value: String(counts[name]),
        }))}
      />
      {count > 0 && counts.faulty === 0 ? (
        <MoveForm
          action={action}
          hidden={{ importId: it.id, version: String(it.version) }}
          label={t("page.start.submit", { count })}
          locale={locale}
          scope="start"
        >
          <p className="max-w-measure">{t("page.start.text")}</p>
        </MoveForm>
      ) : (
        <p className="max-w-measure">
          {counts.faulty > 0
            ? getTranslator(locale, "errors")("importHasFaults")
            : t("page.start.nobody")}
        </p>
      )}
    </div>
  );
}

/** How the file was read, so that what was guessed wrongly is seen. */
function ReadingFacts({ it, checked, locale }: Omit<DraftPanelProps, "actions">) {
  const t = getTranslator(locale, "imports");
  const { kind, encoding, separator } = it.sheet;
  const order = checked?.dateOrders.joinedOn;
  return (
    <ul className="text-muted">
      <li>{t("page.read.facts", { rows: it.rowCount, kind })}</li>
      {encoding && separator ? (
        <li>{sideBySide([encodingWords(encoding), separatorWords(separator, locale)], locale)}</li>
      ) : null}
      {order && it.mapping.joinedOn !== undefined ? (
        <li>{t("page.read.dates", { order: order === "month-first" ? "month" : "day" })}</li>
      ) : null}
    </ul>
  );
}
