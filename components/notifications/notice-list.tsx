import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { NoticeGroup, NoticeLine } from "@/lib/notifications/notice-view";
import { Badge } from "../ui/badge";
import { MoveForm } from "../ui/move-form";
import { PersonWords } from "../ui/person-words";
import { VisuallyHidden } from "../ui/visually-hidden";

type MuteActions = Record<"mute" | "unmute", FormAction>;

type NoticeListProps = { groups: readonly NoticeGroup[]; locale: Locale; actions?: MuteActions };

/**
 * What one was told, together by what it is about: the newest line of each stands first, the earlier ones are folded.
 * Without `actions` no kind is muted here.
 */
export function NoticeList({ groups, locale, actions }: NoticeListProps) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {groups.map(({ key, lines: [newest, ...earlier] }) =>
        newest ? (
          <li className="py-4" key={key}>
            <Line actions={actions} line={newest} locale={locale} />
            <Earlier lines={earlier} locale={locale} />
          </li>
        ) : null,
      )}
    </ul>
  );
}

type LineProps = { line: NoticeLine; locale: Locale; actions: MuteActions | undefined };

function Line({ line, locale, actions }: LineProps) {
  const t = getTranslator(locale, "notifications");
  const { kind, text, why, mute } = line;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <Said line={line} locale={locale} />
        <p className="mt-1 text-muted text-sm">{`${formatInstant(line.at, locale)} · ${why}`}</p>
      </div>
      {mute && actions ? (
        <MoveForm
          action={actions[mute]}
          className="max-sm:-ml-3"
          hidden={{ kind, back: "list" }}
          label={
            <>
              <span aria-hidden="true">{t(`list.${mute}`)}</span>
              <VisuallyHidden>{t(`list.${mute}Named`, { text })}</VisuallyHidden>
            </>
          }
          locale={locale}
          scope={`${kind} ${line.at.getTime()}`}
          size="small"
          variant={mute === "mute" ? "quiet" : "secondary"}
        />
      ) : null}
    </div>
  );
}

function Said({ line: { text, href, isNew }, locale }: Omit<LineProps, "actions">) {
  return (
    <p className="wrap-anywhere">
      {isNew ? (
        <>
          <Badge tone="info">{getTranslator(locale, "notifications")("list.new")}</Badge>{" "}
        </>
      ) : null}
      {href ? (
        <a className={isNew ? "font-semibold" : undefined} dir="auto" href={href}>
          <PersonWords words={text} />
        </a>
      ) : (
        <span dir="auto">
          <PersonWords words={text} />
        </span>
      )}
    </p>
  );
}

function Earlier({ lines, locale }: { lines: readonly NoticeLine[]; locale: Locale }) {
  if (lines.length === 0) return null;
  const t = getTranslator(locale, "notifications");
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-9 items-center text-link text-sm pointer-coarse:min-h-11">
        {t("list.earlier", { count: lines.length })}
      </summary>
      <ul className="mt-1 space-y-3 border-hairline border-l-2 pl-4">
        {lines.map((line) => (
          <li key={`${line.kind} ${line.at.getTime()}`}>
            <Said line={line} locale={locale} />
            <p className="text-muted text-sm">{formatInstant(line.at, locale)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
