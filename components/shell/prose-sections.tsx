import { Fragment } from "react";

type ProseSectionsProps = {
  sections: {
    id: string;
    title: string;
    text: string;
    /** Set out below the text; those without one are left out. */
    facts?: { term: string; text: string | undefined }[];
  }[];
  /** The club's address; wherever a text names it, it can be written to. */
  contact: string;
};

/** The long texts of the club (legal, privacy…): headed parts in paragraphs. */
export function ProseSections({ sections, contact }: ProseSectionsProps) {
  return (
    <div className="space-y-10">
      {sections.map(({ id, title, text, facts = [] }) => (
        <section aria-labelledby={id} key={id}>
          <h2 className="font-semibold text-xl" id={id}>
            {title}
          </h2>
          <div className="mt-3 max-w-measure space-y-4">
            {text.split("\n\n").map((paragraph) => (
              <p key={paragraph}>
                <WithContact contact={contact} text={paragraph} />
              </p>
            ))}
            <Facts facts={facts.filter((fact) => fact.text)} />
          </div>
        </section>
      ))}
    </div>
  );
}

function Facts({ facts }: { facts: { term: string; text: string | undefined }[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
      {facts.map(({ term, text }) => (
        <Fragment key={term}>
          <dt className="text-muted">{term}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function WithContact({ text, contact }: { text: string; contact: string }) {
  const parts = text.split(contact);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence do not move
    <Fragment key={index}>
      {index > 0 ? <a href={`mailto:${contact}`}>{contact}</a> : null}
      {part}
    </Fragment>
  ));
}
