import { Children } from "react";
import { Card } from "@/components/ui/card";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import type { KeptMail } from "@/lib/core/mail/kept-mails";

/** The portal writes its own in plain signs; what ends a sentence is none of it. */
const LINK = /(https?:\/\/[!-~]*[\w/#=&%+~-])/;

type KeptMailCardProps = { mail: KeptMail; to: string; at: string; page: string };

/** One kept mail as its reader gets it in plain text, with its links alive, and the way to its page. */
export function KeptMailCard({ mail, to, at, page }: KeptMailCardProps) {
  return (
    <Card as="li">
      <p className="flex flex-wrap justify-between gap-x-6 text-muted text-sm">
        <span>{to}</span>
        <time dateTime={mail.at}>{at}</time>
      </p>
      <div lang={LANGUAGE_TAG[mail.locale]}>
        <h2 className="mt-2 font-semibold text-xl">{mail.subject}</h2>
        <p className="mt-4 max-w-measure whitespace-pre-wrap break-words">
          {Children.toArray(
            mail.text.split(LINK).map((part) =>
              LINK.test(part) ? (
                <a key={part} href={part}>
                  {part}
                </a>
              ) : (
                part
              ),
            ),
          )}
        </p>
      </div>
      <p className="mt-4 text-sm">
        <a href={`/dev/mail/${mail.id}`}>{page}</a>
      </p>
    </Card>
  );
}
