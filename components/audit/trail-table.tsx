import { ENTRY_KINDS } from "@/db/enums";
import { eventWords } from "@/lib/audit/event-words";
import type { TrailEntry } from "@/lib/audit/queries";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { DataTable } from "../ui/data-table";
import { PersonWords } from "../ui/person-words";
import { factWords } from "./fact-words";

type TrailTableProps = { locale: Locale; entries: TrailEntry[]; caption: string };

/** Who did what, when and to what; newest first. */
export function TrailTable({ locale, entries, caption }: TrailTableProps) {
  const t = getTranslator(locale, "admin");
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          key: "when",
          header: t("audit.when"),
          cell: ({ at }) => <time dateTime={at.toISOString()}>{formatInstant(at, locale)}</time>,
        },
        {
          key: "who",
          header: t("audit.who"),
          cell: ({ actor }) => <Actor actor={actor} locale={locale} />,
        },
        {
          key: "what",
          header: t("audit.what"),
          rowHeader: true,
          cell: ({ name, data }) => (
            <>
              {eventWords(name, locale)}
              {factWords(data, locale, name).map((fact) => (
                <span className="block font-normal text-muted text-xs" key={fact}>
                  {fact}
                </span>
              ))}
            </>
          ),
        },
        {
          key: "about",
          header: t("audit.about"),
          cell: ({ subject }) => <Subject locale={locale} subject={subject} />,
        },
      ]}
      rowKey={({ id }) => String(id)}
      rows={entries}
    />
  );
}

function Actor({ actor, locale }: { actor: TrailEntry["actor"]; locale: Locale }) {
  const t = getTranslator(locale, "admin");
  if (!actor) return t("audit.portal");
  if (!actor.name) return t("audit.erased");
  return (
    <a href={path(locale, `/admin/members/${actor.id}`)}>
      <PersonWords words={actor.name} />
    </a>
  );
}

const isEntry = (type: string) => ENTRY_KINDS.some((kind) => kind === type);

function Subject({ subject, locale }: { subject: TrailEntry["subject"]; locale: Locale }) {
  const t = getTranslator(locale, "admin");
  if (subject.type === "session") return t("audit.session");
  if (subject.label === null) {
    return t(subject.type === "introduction" ? "audit.concerned" : "audit.private");
  }
  if (!subject.label) return t(isEntry(subject.type) ? "audit.hidden" : "audit.gone");
  const dossier = subject.accountId
    ? `/admin/members/${subject.accountId}`
    : `/admin/${subject.type}s/${subject.id}`;
  return (
    <a href={path(locale, subject.to ?? dossier)}>
      <PersonWords words={subject.label} />
    </a>
  );
}
