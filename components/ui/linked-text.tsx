import { Fragment } from "react";
import { splitLinks } from "@/lib/core/text/split-links";

/** What a person wrote, its http(s) addresses as links; everything else stays text. */
export function LinkedText({ text }: { text: string }) {
  return splitLinks(text).map((part, index) =>
    part.href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts do not move
      <a className="wrap-anywhere" href={part.href} key={index} rel="noopener nofollow ugc">
        {part.text}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: nor do these
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}
