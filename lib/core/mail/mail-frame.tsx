import { Fragment, type ReactNode } from "react";
import { LANGUAGE_TAG, type Locale } from "../i18n/locales";
import { splitLinks } from "../text/split-links";
import { LOOK, SHEET, typeFor } from "./mail-look";
import { MARK_ADDRESS } from "./mail-mark";
import type { MailPart } from "./mail-parts";

export type MailFrameProps = {
  locale: Locale;
  club: string;
  subject: string;
  /** What a list of mails shows behind the subject; stands nowhere in the letter. */
  preheader: string;
  greeting: string;
  parts: readonly MailPart[];
  footer: string;
  unsubscribe?: { label: string; href: string };
};

/** Keeps programmes from filling their preview with the greeting. */
const FILLER = "\u00a0\u200c".repeat(70);

/** A mail as a page of its own: one column, legible without its style sheet, by day and by night. */
export function MailFrame({ locale, club, subject, preheader, ...letter }: MailFrameProps) {
  const cell = (look: { className: string; style: object }) => ({
    className: look.className,
    style: { ...typeFor(locale), ...look.style },
  });
  return (
    <html lang={LANGUAGE_TAG[locale]}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{SHEET}</style>
      </head>
      <body {...LOOK.page}>
        <div {...LOOK.unseen}>{`${preheader}${FILLER}`}</div>
        <table {...LOOK.ground}>
          <tbody>
            <tr>
              <td {...LOOK.margin}>
                <table {...LOOK.card}>
                  <tbody>
                    <tr>
                      <td {...LOOK.brand}>
                        <table {...LOOK.beside}>
                          <tbody>
                            <tr>
                              <td>
                                <img
                                  src={MARK_ADDRESS}
                                  alt=""
                                  width="40"
                                  height="40"
                                  {...LOOK.mark}
                                />
                              </td>
                              <td {...cell(LOOK.named)}>
                                <h1 {...LOOK.club}>{club}</h1>
                              </td>
                            </tr>
                          </tbody>
                        </table>
                      </td>
                    </tr>
                    <tr>
                      <td {...cell(LOOK.body)}>
                        <p {...LOOK.text}>{letter.greeting}</p>
                        {letter.parts.map(drawPart)}
                      </td>
                    </tr>
                    <tr>
                      <td {...cell(LOOK.foot)}>
                        <p {...LOOK.note}>{inLines(letter.footer)}</p>
                        {letter.unsubscribe && (
                          <p {...LOOK.switchOff}>
                            <a href={letter.unsubscribe.href} {...LOOK.footLink}>
                              {letter.unsubscribe.label}
                            </a>
                          </p>
                        )}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

const inLines = (text: string, draw: (line: string) => ReactNode = (line) => line) =>
  text.split("\n").map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines are drawn once and never move
    <Fragment key={at}>
      {at > 0 && <br />}
      {draw(line)}
    </Fragment>
  ));

const withLinks = (line: string) =>
  splitLinks(line).map(({ text, href }, at) =>
    href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: nor do their pieces
      <a href={href} key={at} {...LOOK.link}>
        {text}
      </a>
    ) : (
      text
    ),
  );

function drawPart(part: MailPart, at: number) {
  switch (part.type) {
    case "text":
      return (
        <p key={at} {...LOOK.text}>
          {inLines(part.text)}
        </p>
      );
    case "prose":
      return (
        <p dir="auto" key={at} {...LOOK.text}>
          {inLines(part.text, withLinks)}
        </p>
      );
    case "quote":
      return (
        <blockquote key={at} dir="auto" {...LOOK.quote}>
          {inLines(part.words)}
        </blockquote>
      );
    case "code":
      return (
        <p key={at} {...LOOK.code}>
          {part.code}
        </p>
      );
    case "heading":
      return (
        <h2 key={at} {...LOOK.heading}>
          {part.text}
        </h2>
      );
    case "list":
      return <MailList key={at} items={part.items} />;
    case "button":
      return <MailButton key={at} {...part} />;
    case "facts":
      return (
        <dl key={at} {...LOOK.facts}>
          {part.rows.map(([label, value]) => (
            <Fragment key={label}>
              <dt {...LOOK.term}>{label}</dt>
              <dd {...LOOK.value}>{inLines(value)}</dd>
            </Fragment>
          ))}
        </dl>
      );
  }
}

function MailList({ items }: Pick<Extract<MailPart, { type: "list" }>, "items">) {
  return (
    <ul {...LOOK.list}>
      {items.map(({ title, href, note }) => (
        <li key={`${title}${href}`} {...LOOK.item}>
          <p {...LOOK.title}>
            {href ? (
              <a href={href} {...LOOK.link}>
                {title}
              </a>
            ) : (
              title
            )}
          </p>
          {note && <p {...LOOK.note}>{inLines(note)}</p>}
        </li>
      ))}
    </ul>
  );
}

function MailButton({ label, href, isPrimary }: Extract<MailPart, { type: "button" }>) {
  return (
    <table {...LOOK.action}>
      <tbody>
        <tr>
          <td {...(isPrimary ? LOOK.primary : LOOK.secondary)}>
            <a href={href} {...(isPrimary ? LOOK.primaryLabel : LOOK.secondaryLabel)}>
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
