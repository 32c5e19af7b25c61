import { formatInstant } from "@/lib/core/dates";
import type { ErrorCode } from "@/lib/core/errors";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Import, Kept } from "@/lib/imports/queries";
import { DefinitionList } from "../ui/definition-list";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import { PersonWords } from "../ui/person-words";
import { TitledPart } from "../ui/titled-part";

type EndedPanelProps = { it: Import; kept: Kept[]; undo: FormAction; locale: Locale };

/** What an import brought and how it is taken back; once it is, what stayed. */
export function EndedPanel({ it, kept, undo, locale }: EndedPanelProps) {
  const t = getTranslator(locale, "imports");
  if (it.state === "undone") return <UndonePart kept={kept} locale={locale} />;
  const { people, joined, organisations } = it.brought;
  const rest = it.rowCount - people.length - joined.length;
  return (
    <TitledPart id="done" title={t("page.done.title")}>
      <div className="space-y-6">
        {it.error ? (
          <Notice tone="danger">
            {getTranslator(locale, "errors")(it.error as ErrorCode, {})}
          </Notice>
        ) : null}
        <DefinitionList
          items={[
            { term: t("page.done.people"), value: String(people.length) },
            { term: t("page.done.joined"), value: String(joined.length) },
            { term: t("page.done.organisations"), value: String(organisations.length) },
            ...(rest > 0 ? [{ term: t("page.done.rest"), value: String(rest) }] : []),
          ]}
        />
        <LinkButton href={path(locale, "/admin/members", { status: "pending" })}>
          {t("page.done.see")}
        </LinkButton>
        {it.undoUntil ? (
          <GraveMove
            consequence={t("page.done.undoText", { until: formatInstant(it.undoUntil, locale) })}
            label={t("page.done.undo")}
          >
            <MoveForm
              action={undo}
              hidden={{ importId: it.id, version: String(it.version) }}
              label={t("page.done.undo")}
              locale={locale}
              scope="undo"
              variant="danger"
            />
          </GraveMove>
        ) : (
          <p className="text-muted">{t("page.done.undoLate")}</p>
        )}
      </div>
    </TitledPart>
  );
}

function UndonePart({ kept, locale }: { kept: Kept[]; locale: Locale }) {
  const t = getTranslator(locale, "imports");
  return (
    <TitledPart id="undone" title={t("page.undone.title")}>
      <p>{t(kept.length === 0 ? "page.undone.all" : "page.undone.kept")}</p>
      <ul className="mt-3 list-disc pl-5">
        {kept.map(({ id, name, to }) => (
          <li key={id}>
            <a href={path(locale, to)}>
              <PersonWords words={name} />
            </a>
          </li>
        ))}
      </ul>
    </TitledPart>
  );
}
