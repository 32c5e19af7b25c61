"use client";

import { useEffect, useRef, useState } from "react";
import { PREVIEW_TOKENS } from "@/lib/core/mail/preview-tokens";

type Verdict = "published" | "changes-requested" | "approved" | "info-requested" | "refused";

/** The mail of a verdict, with `PREVIEW_TOKENS` where something is still to be chosen. */
export type VerdictMail = {
  verdict: Verdict;
  subject: string;
  text: string;
  /** The field its coded reason is chosen in, and the sentence of each reason. */
  reason?: { field: string; sentences: Record<string, string> };
};

export type MailPreviewProps = {
  mails: VerdictMail[];
  /** Language of the mail (BCP 47). */
  lang: string;
  copy: { title: string; note: string; reason: string; words: string };
};

/** Each mail shows once its verdict is ticked; where styles cannot ask, all of them show. */
const VISIBLE: Record<Verdict, string> = {
  published: "group-has-[[value=published]:checked]/decide:block",
  "changes-requested": "group-has-[[value=changes-requested]:checked]/decide:block",
  approved: "group-has-[[value=approved]:checked]/decide:block",
  "info-requested": "group-has-[[value=info-requested]:checked]/decide:block",
  refused: "group-has-[[value=refused]:checked]/decide:block",
};

/** The mail that a decision sends, as it will read; follows the form it stands in where JavaScript runs. */
export function MailPreview({ mails, lang, copy }: MailPreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const read = () => {
      const fields = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
      setTyped(Object.fromEntries(fields));
    };
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, []);

  function fill({ text, reason }: VerdictMail): string {
    const chosen = reason && typed?.[reason.field];
    const sentence = (chosen && reason.sentences[chosen]) || copy.reason;
    const withReason = text.replace(PREVIEW_TOKENS.reason, () => sentence);
    if (!typed) return withReason.replace(PREVIEW_TOKENS.words, copy.words);
    if (!typed.words) return withReason.replace(`\n\n> ${PREVIEW_TOKENS.words}`, "");
    const quoted = typed.words.split("\n").map((row) => `> ${row}`);
    return withReason.replace(`> ${PREVIEW_TOKENS.words}`, () => quoted.join("\n"));
  }

  return (
    <div ref={box}>
      {mails.map((mail) => (
        <section
          aria-label={mail.subject}
          className={`mt-2 rounded-md border border-hairline bg-page p-4 text-sm supports-[selector(:has(a))]:hidden ${VISIBLE[mail.verdict]}`}
          key={mail.verdict}
        >
          <h3 className="font-semibold text-muted">{copy.title}</h3>
          <p className="text-muted text-xs">{copy.note}</p>
          <div className="mt-3" lang={lang}>
            <p className="font-semibold">{mail.subject}</p>
            <p className="mt-2 whitespace-pre-line break-words text-secondary">{fill(mail)}</p>
          </div>
        </section>
      ))}
    </div>
  );
}
