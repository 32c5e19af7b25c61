import { wholeWords } from "@/lib/core/text/whole-words";

/** A title whose Chinese words stay whole at the end of a line; drawn by the server, whose dictionary a browser need not share. */
export function WholeWords({ words }: { words: string }) {
  const [first, ...rest] = wholeWords(words);
  if (rest.length === 0) return words;
  return (
    <span className="break-keep">
      {first}
      {rest.flatMap((piece, index) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: a title's words do not move
        <wbr key={index} />,
        piece,
      ])}
    </span>
  );
}
