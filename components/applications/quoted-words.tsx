type QuotedWordsProps = { words: string; className?: string };

/** What a person wrote, as they wrote it. */
export function QuotedWords({ words, className = "" }: QuotedWordsProps) {
  return (
    <blockquote
      className={`max-w-measure whitespace-pre-line break-words border-link border-l-2 pl-4 ${className}`}
      dir="auto"
    >
      {words}
    </blockquote>
  );
}
