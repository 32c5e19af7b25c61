import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { dueOn, isLate } from "@/lib/moderation/promise";
import type { QueueFilters } from "@/lib/moderation/queue.schema";
import { dossierOf, openedFrom } from "@/lib/moderation/queue-address";
import type { QueueItem } from "@/lib/moderation/queue-item";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { AnswerDue } from "../ui/answer-due";
import { Badge, type BadgeTone } from "../ui/badge";
import { PersonWords } from "../ui/person-words";

const TONE: Record<QueueItem["kind"], BadgeTone> = {
  account: "warning",
  application: "warning",
  claim: "info",
  project: "info",
  experience: "info",
  cooperation: "info",
  heritage: "info",
  page: "info",
  ask: "info",
  event: "info",
  revision: "neutral",
  report: "danger",
};

type QueueListProps = { locale: Locale; items: QueueItem[]; filters: QueueFilters };

/** What awaits a decision; each row opens its dossier, which leads on in the same list. */
export function QueueList({ locale, items, filters }: QueueListProps) {
  const t = getTranslator(locale, "admin");
  return (
    <ol
      aria-label={t("queue.list")}
      className="divide-y divide-hairline border-hairline border-y sm:-mx-3"
    >
      {items.map((item) => (
        <li className="relative py-4 hover:bg-subtle sm:px-3" key={item.id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Badge tone={TONE[item.kind]}>{t(`queue.kind.${item.kind}`)}</Badge>
            {item.isToRead ? <Badge>{t("queue.toRead")}</Badge> : null}
            <Waiting item={item} locale={locale} />
          </div>
          <h2 className="mt-2 font-semibold text-lg">
            <a
              className="stretched text-ink no-underline"
              href={path(locale, dossierOf(item), openedFrom(item, filters))}
              lang={item.title.lang ? LANGUAGE_TAG[item.title.lang] : undefined}
            >
              {item.title.lang ? item.title.text : <PersonWords words={item.title.text} />}
            </a>
          </h2>
          {item.owner ? (
            <p className="mt-1 text-secondary text-sm">
              <PersonWords words={ownerWords(item, locale)} />
            </p>
          ) : null}
          {item.taker ? (
            <p className="mt-1 text-muted text-sm">
              <PersonWords
                words={t("queue.taken", {
                  mine: item.taker.isViewer ? "yes" : "no",
                  name: item.taker.name,
                })}
              />
            </p>
          ) : null}
          {item.isOwn ? <p className="mt-1 text-muted text-sm">{t("queue.own")}</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** The organisation of somebody who wants to come in; who proposes or asks, of anything else. */
function ownerWords({ kind, owner }: QueueItem, locale: Locale): string {
  if (kind === "application" || kind === "account" || kind === "report") return owner;
  const t = getTranslator(locale, "admin");
  return t(kind === "claim" ? "queue.asked" : "queue.by", { name: owner });
}

/** Since when it waits and by when an answer was promised. */
function Waiting({ item, locale }: { item: QueueItem; locale: Locale }) {
  const late = isLate(item);
  const date = formatDay(dueOn(item), locale);
  const due = getTranslator(locale, "admin")("queue.due", { late: late ? "yes" : "no", date });
  return (
    <AnswerDue
      due={due}
      isLate={late}
      locale={locale}
      waiting={waitingWords(item.submittedAt, locale)}
    />
  );
}
