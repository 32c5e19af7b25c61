import { Fragment } from "react";

type ProseSectionsProps = {
  sections: { id: string; title: string; text: string }[];
  /** The club's address; wherever a text names it, it can be written to. */
  contact: string;
};

/** The long texts of the club (legal, privacy…): headed parts in paragraphs. */
export function ProseSections({ sections, contact }: ProseSectionsProps) {
  return (
    <div className="space-y-10">
      {sections.map(({ id, title, text }) => (
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
          </div>
        </section>
      ))}
    </div>
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
