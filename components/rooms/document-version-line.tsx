import { formatDay } from "@/lib/core/dates";
import { shownSize } from "@/lib/core/files/file-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { languageByScript } from "@/lib/core/text/foreign-words";
import type { DocumentVersion } from "@/lib/rooms/documents.queries";

type DocumentVersionLineProps = { version: DocumentVersion; slug: string; locale: Locale };

/** One version of a document: its file and size, or the site that a link leads to; who brought it and when. */
export function DocumentVersionLine({ version, slug, locale }: DocumentVersionLineProps) {
  const t = getTranslator(locale, "rooms");
  const { id, number, name, size, createdAt, author } = version;
  const day = formatDay(createdAt, locale);
  const by = author.name?.text ?? getTranslator(locale, "members")("former");
  return (
    <p className="text-sm">
      {size === null ? (
        <a
          className="inline-block break-all py-1 pointer-coarse:py-2.5"
          href={name}
          referrerPolicy="no-referrer"
          rel="noopener noreferrer nofollow ugc"
          target="_blank"
        >
          {t("documents.open", { host: new URL(name).hostname })}
        </a>
      ) : (
        <a
          className="inline-block break-all py-1 pointer-coarse:py-2.5"
          dir="auto"
          lang={languageByScript(name, locale)}
          download={name}
          href={`/api/projects/${slug}/room/documents/${id}`}
        >
          {name}
        </a>
      )}
      <span className="block text-muted">
        {[
          ...(size === null
            ? []
            : [t("documents.version", { number }), t("documents.size", shownSize(size))]),
          t("documents.by", { name: by, day }),
        ].join(" · ")}
      </span>
    </p>
  );
}
