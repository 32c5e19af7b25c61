"use client";

type LanguageLinkProps = { href: string; lang: string; name: string; current: boolean };

/** A link to the page in another language; a search made meanwhile and the `#hash` are known to the browser alone. */
export function LanguageLink({ href, lang, name, current }: LanguageLinkProps) {
  return (
    <a
      aria-current={current ? "true" : undefined}
      className="language-link"
      href={href}
      hrefLang={lang}
      lang={lang}
      onClick={(event) => {
        const query = new URLSearchParams(window.location.search);
        query.delete("notice");
        event.currentTarget.search = query.toString();
        event.currentTarget.hash = window.location.hash;
      }}
    >
      {name}
    </a>
  );
}
