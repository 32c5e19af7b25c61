import { WEB_RIGHTS } from "./web-rights";

/**
 * The one way for the serving role to queue a job, and to count what waits: graphile-worker keeps its tables to their
 * owner, so these functions run as the owner. They are created after graphile-worker's own migrations, which they name.
 */
export const JOB_QUEUE_SQL = `
drop function if exists public.club_queue_job(text, json, timestamptz, text);
create or replace function public.club_queue_job(
  task text, payload json, run_at timestamptz default null, job_key text default null,
  queue text default null, priority integer default 0
) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key,
    queue_name => queue, priority => priority
  );
$$;
revoke all on function public.club_queue_job from public;

create or replace function public.club_queue_state() returns table (
  task text, due integer, later integer, failing integer, "givenUp" integer, since timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select task_identifier,
    (count(*) filter (where attempts < max_attempts and last_error is null and run_at <= now()))::integer,
    (count(*) filter (where attempts < max_attempts and last_error is null and run_at > now()))::integer,
    (count(*) filter (where attempts < max_attempts and last_error is not null))::integer,
    (count(*) filter (where attempts >= max_attempts))::integer,
    min(created_at) filter (where run_at <= now() or last_error is not null)
  from graphile_worker.jobs group by 1 order by 1;
$$;
revoke all on function public.club_queue_state from public;
`;

/**
 * The one way for the serving role to delete an entry: a draft that was never handed in, so that nothing that only grows
 * goes with it. Its address is that of a draft until then (`draftSlug`).
 */
export const ERASE_DRAFT_SQL = `
create or replace function public.club_erase_draft(entry uuid)
returns boolean language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from public.entries where id = entry and submitted_at is null
      and moderation in ('draft', 'withdrawn') and slug ~ '^draft-[0-9a-f]{10}$'
    returning id
  ) select exists (select from gone);
$$;
revoke all on function public.club_erase_draft from public;
`;

/**
 * What the serving role may do: read all, write the rows that `WEB_RIGHTS` names, change no structure. What it was given
 * before and is not given any more is taken back.
 */
export function grantsSql(role: string): string {
  const name = `"${role.replaceAll('"', '""')}"`;
  const perTable = Object.entries(WEB_RIGHTS).map(([table, rights]) =>
    rights ? `grant ${rights} on public.${table} to ${name};` : "",
  );
  return `
grant usage on schema public to ${name};
revoke create on schema public from ${name};
revoke all on all tables in schema public from ${name};
grant select on all tables in schema public to ${name};
${perTable.join("\n")}
grant usage on schema search to ${name};
grant select on all tables in schema search to ${name};
grant usage on schema drizzle to ${name};
grant select on drizzle.__drizzle_migrations to ${name};
grant usage, select on all sequences in schema public to ${name};
grant execute on function public.club_queue_job, public.club_queue_state, public.club_erase_draft to ${name};
`;
}
