import { createElement } from "react";
import { wholeWords } from "@/lib/core/text/whole-words";

const MAY_END_HERE = <wbr />;

/** A title whose Chinese words stay whole at the end of a line; drawn by the server, whose dictionary a browser need not share. */
export function WholeWords({ words }: { words: string }) {
  const [first, ...rest] = wholeWords(words);
  if (rest.length === 0) return words;
  const pieces = rest.flatMap((piece) => [MAY_END_HERE, piece]);
  // Given one by one, as if they were written out: they do not move.
  return createElement("span", { className: "break-keep" }, first, ...pieces);
}
