import type { ReactNode } from "react";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { languageByScript } from "@/lib/core/text/foreign-words";
import { revealedName } from "@/lib/interests/interest-words";
import type { InterestPage } from "@/lib/interests/queries";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";
import { LinkButton } from "../ui/link-button";
import { LinkedText } from "../ui/linked-text";
import { authorWords } from "./author-words";
import { MachineUnder } from "./machine-under";

type ThreadProps = {
  interest: InterestPage;
  /** What a machine made of it for the reader. */
  made: ReadonlyMap<string, MachineWords>;
  locale: Locale;
  /** Where one writes. */
  children?: ReactNode;
};

/** What both wrote until they shared a room; from then on they write there. */
export function Thread({ interest, made, locale, children }: ThreadProps) {
  const t = getTranslator(locale, "interests");
  const { isInOneRoom, projectSlug, messages } = interest;
  if (isInOneRoom && messages.length === 0) return null;
  return (
    <section aria-labelledby="thread" className="mt-10">
      <h2 className="mb-4 font-semibold text-xl" id="thread">
        {t(isInOneRoom ? "page.before" : "page.thread")}
      </h2>
      <Messages interest={interest} locale={locale} made={made} />
      {isInOneRoom ? (
        <p className="mt-6 flex flex-wrap items-center gap-4 text-secondary">
          {t("page.goesOn")}
          <LinkButton href={path(locale, `/projects/${projectSlug}/room/discussion`)}>
            {t("page.discussion")}
          </LinkButton>
        </p>
      ) : (
        children
      )}
    </section>
  );
}

function Messages({ interest, made, locale }: Omit<ThreadProps, "children">) {
  const t = getTranslator(locale, "interests");
  const other = revealedName(interest, locale);
  if (interest.messages.length === 0) return <p className="text-muted">{t("page.threadEmpty")}</p>;
  return (
    <ol className="space-y-4">
      {interest.messages.map(({ id, kind, words, createdAt, isMine }) => (
        <li
          className={`rounded-md border border-hairline p-4 ${isMine ? "bg-selected sm:ml-12" : "bg-surface sm:mr-12"}`}
          key={id}
        >
          <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
            {isMine ? null : <Face face={other?.face} />}
            <span className="font-semibold text-ink">{authorWords(isMine, interest, locale)}</span>
            {kind === "message" ? null : (
              <Badge tone={kind === "question" ? "warning" : "info"}>{t(`message.${kind}`)}</Badge>
            )}
            <span>{formatInstant(createdAt, locale)}</span>
          </p>
          <p
            className="mt-2 max-w-measure whitespace-pre-line"
            dir="auto"
            lang={languageByScript(words, locale)}
          >
            <LinkedText text={words} />
          </p>
          <MachineUnder locale={locale} made={made.get(id)} />
        </li>
      ))}
    </ol>
  );
}
