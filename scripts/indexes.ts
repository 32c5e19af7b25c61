import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { connect } from "@/db/connect.mjs";
import { isConnectionLost, isLockTimeout, reasonOf } from "@/db/errors";
import { log } from "@/lib/core/log";

/**
 * Indexes that no migration makes, since it would hold a large table meanwhile: a name, and what makes it, null where the
 * server cannot. `create index concurrently`; of a partitioned table `create index … on only`, its partitions follow.
 */
const LATER = `(values
  ('search_lines_names_index', (
    select format('create index search_lines_names_index on only search_lines using gin ((written || readings) %s.gin_trgm_ops)',
      extnamespace::regnamespace) from pg_extension where extname = 'pg_trgm'))
) later (name, text)`;

/** What a build that was ended left of an index that stands beside it. */
const LEFT = `(not indislive or relname ~ '_cc(new|old)[0-9]*$')`;

/**
 * What the planner keeps no figures of: an autovacuum would work out the words of each line for it, 27 times as long as all
 * the rest of its analysis, and the searches say themselves which index they go by.
 */
const UNCOUNTED = "made like '%search.words(%'";

/**
 * The statements that bring the indexes nearer to being whole, those first that others build on. Of a partitioned index
 * that is not valid each partition gets one of the same definition, which is then attached; with the last it becomes valid.
 */
const STEPS = `
  with ours as (
    select i.indexrelid as id, i.indrelid as of, i.indisvalid, i.indislive, i.indisunique, c.relname, c.relkind, h.inhparent as whole,
      substring(pg_get_indexdef(i.indexrelid) from 'USING .*') as made
    from pg_index i join pg_class c on c.oid = i.indexrelid left join pg_inherits h on h.inhrelid = c.oid
    where c.relnamespace::regnamespace::text in ('public', 'search') and pg_has_role(c.relowner, 'usage')
  ), lacking as (
    select whole.*, part.oid as part, part.relkind as kind, alike.id as alike, alike.is_ready
    from ours whole join pg_inherits h on h.inhparent = whole.of join pg_class part on part.oid = h.inhrelid
    left join lateral (
      select id, indisvalid or relkind = 'I' as is_ready from ours one
      where one.of = part.oid and one.whole is null and one.made = whole.made and one.indisunique = whole.indisunique
      order by 2 desc limit 1) alike on true
    where whole.relkind = 'I' and not whole.indisvalid
      and not exists (select from ours one where one.of = part.oid and one.whole = whole.id)
  )
  select text from (
    select 1 as turn, format('drop index concurrently %s', id::regclass) as text
    from ours where not indisvalid and relkind = 'i' and ${LEFT}
    union all
    select 2, format('reindex index concurrently %s', id::regclass)
    from ours where not indisvalid and relkind = 'i' and not ${LEFT}
    union all
    select 3, format('alter index %s attach partition %s', id::regclass, alike::regclass) from lacking where is_ready
    union all
    select 4, format(case kind when 'p' then 'create %sindex on only %s %s' else 'create %sindex concurrently on %s %s' end,
      case when indisunique then 'unique ' end, part::regclass, made) from lacking where alike is null
    union all
    select 5, format('alter index %s alter column %s set statistics 0', id::regclass, attnum)
    from ours join pg_attribute on attrelid = id
    where relkind = 'i' and ${UNCOUNTED} and coalesce(attstattarget, -1) <> 0
    union all
    select 6, text from ${LATER} where to_regclass(name) is null and text is not null
  ) steps order by turn, text`;

/** So often is a step tried that waits for its lock, and with such a pause. */
const MOST_TRIES = 10;
const PAUSE_MS = 200;

/** Tries again what did not get its lock: who holds it, a vacuum for one, is mostly gone in a moment. */
async function patiently(run: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await run();
      return;
    } catch (error) {
      if (!isLockTimeout(error) || tries === MOST_TRIES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function takeStep(sql: Sql, text: string): Promise<void> {
  // Whoever reads or writes never waits for what is concurrent, but behind the rest while that waits for its lock.
  const patience = text.includes("concurrently") ? "0" : "100ms";
  await sql`select set_config('lock_timeout', ${patience}, false), set_config('statement_timeout', '0', false)`;
  await patiently(() => sql.unsafe(text));
  log.info({ event: "index.built", statement: text });
}

/**
 * Builds what the database lacks of its indexes while the portal is open, and builds anew what a build that was ended left
 * invalid; wherever it is ended, the next one goes on. `ownerUrl` leads to the owner of the tables, not through a pooler.
 * Throws, after all the others, what could not be done, and at once when another one is at it.
 */
export async function buildIndexes(ownerUrl: string): Promise<void> {
  const sql = connect(ownerUrl);
  const failed = new Map<string, string>();
  const listSteps = async () => {
    const steps = await sql.unsafe<{ text: string }[]>(STEPS);
    return steps.filter(({ text }) => !failed.has(text));
  };
  try {
    // So that a build ends with the process that asked for it; Windows knows no such thing.
    await sql`set client_connection_check_interval = '5s'`.catch(() => {});
    // Whoever waited for the lock would be waited for by the builds of the other.
    const [lock] =
      await sql`select pg_try_advisory_lock(hashtextextended('club.indexes', 0)) as mine`;
    if (!lock?.mine) throw new Error("Indexes are being built by another process");
    for (let steps = await listSteps(); steps.length > 0; steps = await listSteps()) {
      for (const { text } of steps) {
        await takeStep(sql, text).catch((error) => {
          if (isConnectionLost(error)) throw error;
          failed.set(text, reasonOf(error));
        });
      }
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
  if (failed.size > 0) {
    throw new Error([...failed].map(([text, reason]) => `${text}: ${reason}`).join("; "));
  }
}
