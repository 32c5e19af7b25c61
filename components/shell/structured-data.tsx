/** What search engines read of a page (JSON-LD): data, which no policy of scripts asks about and no browser runs. */
export function StructuredData({ data }: { data: object }) {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data });
  return <script type="application/ld+json">{text.replaceAll("<", "\\u003c")}</script>;
}
