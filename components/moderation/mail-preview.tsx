"use client";

import { useEffect, useRef, useState } from "react";

type Verdict = "published" | "changes-requested" | "refused";

export type MailPreviewProps = {
  /** The mail of each verdict, with the tokens below where something is still to be chosen. */
  previews: Record<Verdict, { subject: string; text: string }>;
  tokens: { reason: string; words: string };
  /** The sentence of each coded reason, by the field it is chosen in. */
  sentences: Record<"changesReason" | "refusalReason", Record<string, string>>;
  /** Language of the mail (BCP 47). */
  lang: string;
  copy: { title: string; note: string; reason: string; words: string };
};

type Chosen = { changesReason: string; refusalReason: string; words: string };

const FIELD = { "changes-requested": "changesReason", refused: "refusalReason" } as const;

/** Each mail shows once its verdict is ticked; where styles cannot ask, all of them show. */
const VISIBLE: Record<Verdict, string> = {
  published: "group-has-[[value=published]:checked]/decide:block",
  "changes-requested": "group-has-[[value=changes-requested]:checked]/decide:block",
  refused: "group-has-[[value=refused]:checked]/decide:block",
};

/** The mail that a decision sends, as it will read; follows the form it stands in where JavaScript runs. */
export function MailPreview({ previews, tokens, sentences, lang, copy }: MailPreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      const text = (name: string) => String(data.get(name) ?? "").trim();
      const [changesReason, refusalReason] = [text("changesReason"), text("refusalReason")];
      setChosen({ changesReason, refusalReason, words: text("words") });
    };
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, []);

  function fill(verdict: Verdict): string {
    const { text } = previews[verdict];
    if (verdict === "published") return text;
    const field = FIELD[verdict];
    const sentence = sentences[field][chosen?.[field] ?? ""] || copy.reason;
    const quoted = chosen?.words.split("\n").map((row) => `> ${row}`) ?? [];
    const withReason = text.replace(tokens.reason, () => sentence);
    if (chosen && chosen.words === "") return withReason.replace(`\n\n> ${tokens.words}`, "");
    return chosen
      ? withReason.replace(`> ${tokens.words}`, () => quoted.join("\n"))
      : withReason.replace(tokens.words, copy.words);
  }

  return (
    <div ref={box}>
      {(Object.keys(VISIBLE) as Verdict[]).map((verdict) => (
        <section
          aria-label={copy.title}
          className={`mt-2 rounded-md border border-hairline bg-page p-4 text-sm supports-[selector(:has(a))]:hidden ${VISIBLE[verdict]}`}
          key={verdict}
        >
          <h3 className="font-semibold text-muted">{copy.title}</h3>
          <p className="text-muted text-xs">{copy.note}</p>
          <div className="mt-3" lang={lang}>
            <p className="font-semibold">{previews[verdict].subject}</p>
            <p className="mt-2 whitespace-pre-line break-words text-secondary">{fill(verdict)}</p>
          </div>
        </section>
      ))}
    </div>
  );
}
