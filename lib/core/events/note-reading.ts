import "server-only";
import { sql } from "drizzle-orm";
import { asideInTurn } from "@/db/aside";
import type { SubjectType } from "@/db/enums";
import { reasonOf } from "@/db/errors";
import { auditEvents } from "@/db/schema/audit";
import { log } from "../log";

type Reading = {
  name: "dossier.read" | "audit.read" | "account.list-exported" | "event.registrations-exported";
  subjectType: SubjectType;
  subjectId: string;
};

/**
 * Leaves a line in the trail that somebody has read a dossier or the trail itself, or taken a list of people, once an hour for a
 * reader and a subject. Written beside the page: nobody waits for it, and reading never fails when it cannot be written,
 * which the log says.
 */
export function noteReading(
  viewer: { accountId: string },
  { name, subjectType, subjectId }: Reading,
): void {
  const { accountId } = viewer;
  asideInTurn(
    `${name} ${accountId} ${subjectId}`,
    (db) =>
      db.execute(sql`
        insert into ${auditEvents} (name, actor_id, subject_type, subject_id)
        select ${name}, ${accountId}::uuid, ${subjectType}, ${subjectId}::uuid
        where not exists (
          select from ${auditEvents}
          where subject_type = ${subjectType} and subject_id = ${subjectId}::uuid
            and name = ${name} and actor_id = ${accountId}::uuid
            and created_at > now() - interval '1 hour'
        )`),
    (error) => {
      log.error({
        event: "reading.not-noted",
        reading: name,
        accountId,
        subjectId,
        reason: reasonOf(error),
      });
    },
  );
}
