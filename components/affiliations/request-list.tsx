import type { OpenRequest } from "@/lib/affiliations/requests.queries";
import { AFFILIATION_MAX } from "@/lib/affiliations/words-limit";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { languageByScript } from "@/lib/core/text/foreign-words";
import { Card } from "../ui/card";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";
import { PersonName } from "./person-name";

type RequestListProps = {
  requests: OpenRequest[];
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** Who wishes to join, with their words, and the manager's answer beside each. */
export function RequestList({ requests, locale, actions }: RequestListProps) {
  const t = getTranslator(locale, "affiliations");
  return (
    <section aria-labelledby="requests" className="no-print">
      <h2 className="font-semibold text-xl" id="requests">
        {t("requests.title")}
      </h2>
      <p className="mt-1 mb-4 text-secondary">{t("requests.lead", { count: requests.length })}</p>
      <ul className="space-y-4">
        {requests.map(({ id, person, words, createdAt }) => (
          <Card as="li" className="space-y-3" key={id} padding="small">
            <div>
              <PersonName locale={locale} person={person} />
              {person.jobTitle ? (
                <p className="text-secondary" lang={LANGUAGE_TAG[person.jobTitle.lang]}>
                  {person.jobTitle.text}
                </p>
              ) : null}
              <p className="text-muted text-sm">
                {t("requests.asked", { date: formatDay(createdAt, locale) })}
              </p>
            </div>
            {words ? (
              <blockquote
                className="whitespace-pre-line border-hairline border-l-4 pl-4"
                dir="auto"
                lang={languageByScript(words)}
              >
                {words}
              </blockquote>
            ) : null}
            <div className="flex flex-wrap items-start gap-2">
              <MoveForm
                action={actions.accept}
                hidden={{ requestId: id }}
                label={t("requests.acceptFor", { name: person.name.text })}
                locale={locale}
                scope={`accept-${id}`}
              />
              <GraveMove consequence={t("requests.wordsHint")} label={t("requests.decline")}>
                <MoveForm
                  action={actions.decline}
                  hidden={{ requestId: id }}
                  label={t("requests.declineConfirm")}
                  locale={locale}
                  scope={`decline-${id}`}
                  variant="danger"
                >
                  <TextField
                    label={t("requests.words")}
                    maxLength={AFFILIATION_MAX.words}
                    name="words"
                    rows={3}
                  />
                </MoveForm>
              </GraveMove>
            </div>
          </Card>
        ))}
      </ul>
    </section>
  );
}
