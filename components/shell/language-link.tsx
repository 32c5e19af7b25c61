"use client";

type LanguageLinkProps = { href: string; lang: string; name: string; current: boolean };

/** A link to the page in another language; a search made meanwhile and the `#hash` are known to the browser alone. */
export function LanguageLink({ href, lang, name, current }: LanguageLinkProps) {
  return (
    <a
      aria-current={current ? "true" : undefined}
      className="inline-flex min-h-11 items-center text-muted no-underline hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink"
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
