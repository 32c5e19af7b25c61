import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { QueueItem } from "@/lib/moderation/queries";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { isLate, waitingWords } from "./waiting-words";

type QueueListProps = { locale: Locale; items: QueueItem[] };

/** What awaits a decision, oldest first; each row opens its dossier. */
export function QueueList({ locale, items }: QueueListProps) {
  const t = getTranslator(locale, "admin");
  return (
    <ol
      aria-label={t("queue.list")}
      className="divide-y divide-hairline border-hairline border-y sm:-mx-3"
    >
      {items.map((item) => (
        <li className="relative py-4 hover:bg-subtle sm:px-3" key={item.id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Badge tone={item.kind === "project" ? "info" : "neutral"}>
              {t(`queue.kind.${item.kind}`)}
            </Badge>
            <span
              className={`inline-flex items-center gap-1.5 text-sm ${isLate(item.submittedAt) ? "font-semibold text-warning" : "text-muted"}`}
            >
              <Icon className="size-4" name={isLate(item.submittedAt) ? "warning" : "clock"} />
              {waitingWords(item.submittedAt, locale)}
            </span>
          </div>
          <h2 className="mt-2 font-semibold text-lg">
            <a
              className="stretched text-ink no-underline"
              href={path(locale, `/admin/${item.kind}s/${item.id}`)}
              lang={LANGUAGE_TAG[item.title.lang]}
            >
              {item.title.text}
            </a>
          </h2>
          <p className="mt-1 text-secondary text-sm">{t("queue.by", { name: item.owner })}</p>
          {item.isOwn ? <p className="mt-1 text-muted text-sm">{t("queue.own")}</p> : null}
        </li>
      ))}
    </ol>
  );
}
