import { sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { queueNextLetters } from "@/lib/mailings/run.mutations";

/** The next letters of a mailing. */
export async function sendMailing({ mailingId }: { mailingId: string }): Promise<void> {
  await transaction((tx) => queueNextLetters(tx, mailingId));
}

/** Sends a letter, and notes what became of it where it is one of a mailing, also when it fails and is tried again. */
export async function sendAndNote(mailId: string, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } finally {
    await noteOutcome(mailId);
  }
}

/** The mail server's answer to one address or one letter; not that it is away, or does not know the portal. */
const REFUSED = "\\m[45]\\d\\d\\M.* at (RCPT TO|DATA)";

/**
 * Notes with whom a letter of a mailing is about what became of it, as the outbox has it: handed over, refused with the server's figures, or
 * dropped. Of one dropped because its mailing was stopped, its person waits on. Does nothing for any other letter.
 */
async function noteOutcome(mailId: string): Promise<void> {
  await query((db) =>
    db.execute(sql`
    update mailing_recipients r set
      state = case
        when m.sent_at is not null then 'sent'
        when m.last_error ~ ${REFUSED} then 'refused'
        when m.id is not null or it.state = 'stopped' then r.state
        when r.state = 'waiting' then 'left-out'
        else r.state end,
      mail_id = case when m.id is null and it.state = 'stopped' then null else r.mail_id end,
      code = coalesce(m.last_error, case when m.id is null then r.code end),
      at = now()
    from mailings it left join mails m on m.id = ${mailId}::uuid
    where r.mail_id = ${mailId}::uuid and r.mailing_id = it.id and r.state in ('waiting', 'refused')`),
  );
}
