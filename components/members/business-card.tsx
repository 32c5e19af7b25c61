import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import type { PickedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { CardSide } from "@/lib/members/business-card";
import { breakAtSeam } from "../shell/break-at-seam";
import { ConfluenceMark } from "../shell/confluence-mark";
import { Swatch } from "../ui/swatch";

type BusinessCardProps = {
  side: CardSide;
  clubName: string;
  label: string;
  /** Where the cloth of its owner lies. */
  swatch: string;
};

/** One side of a business card: 85 × 55 mm on paper (`business-card` in print.css), as wide as a phone on screen. */
export function BusinessCard({ side, clubName, label, swatch }: BusinessCardProps) {
  const { locale, name, jobTitle, organisation, contacts } = side;
  const t = getTranslator(locale, "cards");
  return (
    <article
      aria-label={label}
      className="business-card relative flex flex-col justify-between gap-3 border border-input-border border-dashed bg-surface p-5 text-ink"
      lang={LANGUAGE_TAG[locale]}
    >
      <Swatch className="absolute top-0 right-0 h-14 w-2/5" src={swatch} />
      <p className="flex items-center gap-2 pe-[42%] text-muted text-sm leading-tight">
        <ConfluenceMark className="size-6 print:size-4.5" />
        <span className="wrap-anywhere min-w-0 break-keep">{breakAtSeam(clubName)}</span>
      </p>
      <div className="leading-snug">
        <Words className="line-clamp-2 font-semibold text-xl" text={name} />
        <Words className="line-clamp-2" text={jobTitle} />
        <Words className="line-clamp-2" text={organisation} />
      </div>
      {contacts.length > 0 ? (
        <ul className="text-sm leading-snug">
          {contacts.map(({ field, value }) => (
            <li className="wrap-anywhere" key={field}>
              <span className="text-muted">{`${t(`contacts.${field}`)}${t("separator")}`}</span>
              {value}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}

function Words({ text, className }: { text: PickedText | null; className: string }) {
  if (!text) return null;
  return (
    <p className={className} lang={text.isFallback ? LANGUAGE_TAG[text.lang] : undefined}>
      {text.text}
    </p>
  );
}
