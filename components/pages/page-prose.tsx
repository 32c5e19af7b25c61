import { Fragment, type ReactNode } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { textNote } from "@/lib/core/i18n/ui-copy";
import type { Block, Part } from "@/lib/pages/page-text";
import type { PageView } from "@/lib/pages/page-view";

type PageProseProps = {
  body: PageView["body"];
  isOlder?: boolean;
  locale: Locale;
  /** The club's address; wherever a text names it, it can be written to. */
  contact: string;
  className?: string | undefined;
  /** Set out below the first part. */
  afterFirst?: ReactNode;
};

/** The long text of a page of the club: headed parts in paragraphs and lists. */
export function PageProse(props: PageProseProps) {
  const { body, isOlder, locale, contact, className = "space-y-10", afterFirst } = props;
  const { parts, lang, isFallback } = body;
  const note = textNote(locale, body, isOlder);
  return (
    <>
      {note ? <p className="mb-4 text-muted text-sm">{note}</p> : null}
      <div className={className} lang={isFallback ? LANGUAGE_TAG[lang] : undefined}>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text do not move
          <PartSection contact={contact} id={`part-${index + 1}`} key={index} part={part}>
            {index === 0 ? afterFirst : null}
          </PartSection>
        ))}
      </div>
    </>
  );
}

type PartSectionProps = { part: Part; id: string; contact: string; children: ReactNode };

function PartSection({ part, id, contact, children }: PartSectionProps) {
  const blocks = part.blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nor do its blocks
    <BlockText block={block} contact={contact} key={index} />
  ));
  const text = (
    <div className="max-w-measure space-y-4">
      {blocks}
      {children}
    </div>
  );
  if (part.heading === null) return text;
  return (
    <section aria-labelledby={id}>
      <h2 className="mb-3 font-semibold text-xl" dir="auto" id={id}>
        {part.heading}
      </h2>
      {text}
    </section>
  );
}

function BlockText({ block, contact }: { block: Block; contact: string }) {
  const lines = block.kind === "paragraph" ? block.lines : block.points;
  const texts = lines.map((line, index) => ({ key: index, text: withContact(line, contact) }));
  if (block.kind === "paragraph") {
    return (
      <p dir="auto">
        {texts.map(({ key, text }) => (
          <Fragment key={key}>
            {key > 0 ? <br /> : null}
            {text}
          </Fragment>
        ))}
      </p>
    );
  }
  const points = texts.map(({ key, text }) => (
    <li className="pl-2" dir="auto" key={key}>
      {text}
    </li>
  ));
  if (block.kind === "points") return <ul className="list-disc space-y-2 pl-7">{points}</ul>;
  return (
    <ol className="list-decimal space-y-5 pl-7 numbered-points text-lg" start={block.first}>
      {points}
    </ol>
  );
}

const withContact = (text: string, contact: string) =>
  text.split(contact).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nor the pieces of one line
    <Fragment key={index}>
      {index > 0 ? <a href={`mailto:${contact}`}>{contact}</a> : null}
      {piece}
    </Fragment>
  ));
