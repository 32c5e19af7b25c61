import { connect } from "../../db/connect.mjs";

/** Longest wait for what takes the database less than a millisecond. */
const PATIENCE_MS = 250;
/** When it did not come in time, it is not asked for so long. */
const PAUSE_MS = 1000;
/** A connection on which nothing comes for so long is given up. */
const DEAD_MS = 5000;
/** Tables come with a new build, whose web server asks anew. */
const NAMES_MS = 10_000;

const STATE =
  "select sum(epoch)::text as epoch, (now() at time zone 'Europe/Paris')::date::text as day from public_epoch";

/**
 * What does not raise the epoch when it changes, in whatever schema: tables without its triggers (60: rows that come, change and
 * go, and all of them at once), or of which it watches some rows; of a table of which it watches some columns the others, as `bio of members`; views and functions, which may read any,
 * unless a comment says otherwise and, of a function, its text names none of those tables. What holds the lists of a kind is called
 * as that is, and so `search.heritage`.
 */
export const UNWATCHED = `
  with ours as (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)'),
    raising as (select tgrelid, tgtype, string_to_array(encode(tgargs, 'escape'), '\\000') as said from pg_trigger
      where tgfoid = 'raise_public_epoch'::regproc and tgenabled in ('O', 'A')),
    unread as (select case when relispartition and relkind = 'p' then relnamespace::regnamespace || '.' || relname else relname end as name from pg_class where relnamespace in (select oid from ours) and relkind in ('r', 'p', 'v', 'm', 'f')
      and (select bit_or(tgtype) from raising where tgrelid = pg_class.oid and said[1] is distinct from 'rows') & 60 is distinct from 60
      and obj_description(pg_class.oid, 'pg_class') is distinct from 'reads what raises the public epoch')
  select name from unread
  union select attname || ' of ' || relname from raising join pg_class on pg_class.oid = tgrelid join pg_attribute on attrelid = tgrelid
    where said[1] = 'columns' and attnum > 0 and not attisdropped and attname <> all (said)
  union select proname from pg_proc join pg_language on pg_language.oid = prolang
    where pronamespace in (select oid from ours) and lanname in ('sql', 'plpgsql') and provolatile <> 'i'
      and (obj_description(pg_proc.oid, 'pg_proc') is distinct from 'reads what raises the public epoch'
        or prosrc ~ (select '\\m(' || string_agg(name, '|') || ')\\M' from unread))`;

const LYON = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });
const MINUTE_MS = 60_000;
let known = { minute: 0, day: "" };

/** The day in Lyon by this machine's clock, as the pages have it. */
export function dayHere() {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  if (known.minute !== minute) known = { minute, day: LYON.format(minute * MINUTE_MS) };
  return known.day;
}

/** A connection of the front's own, given up when it closes or nothing has come on it for seconds. */
function connections(url, prepare) {
  let client = null;
  let opened = 0;
  let pausedUntil = 0;

  function retire(old) {
    if (client !== old) return;
    client = null;
    pausedUntil = Date.now() + PAUSE_MS;
    old.sql.end({ timeout: 0 }).catch(() => {});
  }

  function open() {
    opened += 1;
    const fresh = { name: opened, silentSince: 0 };
    fresh.sql = connect(url, {
      prepare,
      connect_timeout: 3,
      onclose: () => retire(fresh),
      connection: { application_name: `club front ${process.pid}` },
    });
    return fresh;
  }

  return {
    retire,
    current() {
      if (Date.now() < pausedUntil) return null;
      client ??= open();
      client.silentSince ||= Date.now();
      return client;
    },
    /** What was asked did not come in time. */
    tire(slow) {
      pausedUntil = Date.now() + PAUSE_MS;
      if (slow.silentSince && Date.now() - slow.silentSince > DEAD_MS) retire(slow);
    },
    close: () => client?.sql.end({ timeout: 1 }),
  };
}

/**
 * What tells whether visitors' pages have changed (`public_epoch`), on a connection of its own. `read()` gives a text that
 * is another one as soon as something is shown, hidden or changed, or a day begins in Lyon; null where the database does
 * not say so at once. It is asked after the call, once for all calls that came while it answered the one before.
 */
export function openEpoch(url, { prepare = true, patience = PATIENCE_MS } = {}) {
  const to = connections(url, prepare);

  /** Hands on the rows of a statement and the name of the connection, or null when they do not come in time. */
  function ask(statement, settle) {
    const client = to.current();
    if (!client) return settle(null);
    let isOver = false;
    const end = (answer) => {
      clearTimeout(late);
      if (!isOver) settle(answer);
      isOver = true;
    };
    const late = setTimeout(() => {
      to.tire(client);
      end(null);
    }, patience);
    client.sql.unsafe(statement, [], { prepare }).then(
      (rows) => {
        client.silentSince = 0;
        end({ rows, name: client.name });
      },
      () => {
        to.retire(client);
        end(null);
      },
    );
  }

  /** Where two clocks are not of one day, pages and database would not be either. */
  function stateOf(answer) {
    const [{ epoch, day } = {}] = answer?.rows ?? [];
    return epoch && day === dayHere() ? `${answer.name} ${epoch} ${day}` : null;
  }

  let names = { from: 0, known: null };
  let waiting = [];
  let isAsking = false;

  function readNow() {
    const asked = waiting;
    waiting = [];
    isAsking = true;
    ask(STATE, (answer) => {
      isAsking = false;
      const state = stateOf(answer);
      for (const tell of asked) tell(state);
      if (waiting.length > 0) readNow();
    });
  }

  return {
    read: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (!isAsking) readNow();
      }),
    /** The names in the database whose change raises nothing; null when it does not answer. */
    unwatched() {
      if (names.known && Date.now() - names.from < NAMES_MS) return names.known;
      return new Promise((resolve) => {
        ask(UNWATCHED, (answer) => {
          const known = answer && new Set(answer.rows.map(({ name }) => name));
          if (known) names = { from: Date.now(), known };
          resolve(known);
        });
      });
    },
    close: to.close,
  };
}
