import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { makeMailing } from "@/db/mailing-factory";
import { ACTING } from "@/db/standing";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO } from "./demo-files";
import { dayAgo, daysAgo } from "./demo-times";

const SECRETARIAT = "secretariat";
const REFUSED = "EENVELOPE 550 5.1.1 at RCPT TO (sender or recipient refused)";

/** What the club has written to its members: a newsletter that arrived nearly everywhere, a draft, an announcement. */
export async function seedMailings(tx: Transaction, keys: DemoKeys): Promise<void> {
  const writer = keyOf(keys.accounts, SECRETARIAT);
  for (const { startedDaysAgo, shownForDays, ...written } of DEMO.mailings) {
    const startedAt = startedDaysAgo === null ? null : daysAgo(startedDaysAgo);
    const { id } = await makeMailing(tx, writer, {
      ...written,
      shownUntil: shownForDays === null ? null : dayAgo(-shownForDays),
      ...(startedAt && { startedBy: writer, startedAt, endedAt: startedAt, createdAt: startedAt }),
    });
    if (startedAt && written.kind === "newsletter") await seedReaders(tx, id, startedAt);
  }
}

async function seedReaders(tx: Transaction, mailingId: string, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into mailing_recipients (mailing_id, account_id, state, code, at)
    select ${mailingId}::uuid, a.id, case when nth = 3 then 'refused' else 'sent' end,
      case when nth = 3 then ${REFUSED} end, ${at.toISOString()}::timestamptz + nth * interval '1 second'
    from (select a.id, row_number() over (order by m.slug) as nth from accounts a join members m on m.account_id = a.id
      where a.status ${ACTING} and exists (select from consents c where c.account_id = a.id
        and c.purpose = 'newsletter' and c.withdrawn_at is null)) a`);
}
