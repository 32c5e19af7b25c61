/** What makes a statement say something else although no row has changed; the day in Lyon is looked at apart. */
const CHANGING = /\b(?:now|random|clock_timestamp|localtime\w*|current_(?:time\w*|date)|pg_\w+)\b/i;
const DAY_IN_LYON = "(now() at time zone 'Europe/Paris')::date";

/** The parts of a statement: what stands in brackets, each without the brackets within it, and what stands in none. */
function partsOf(text) {
  const parts = [];
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\(([^()]*)\)/g, (_all, part) => {
      parts.push(part);
      return " ";
    });
  }
  return [...parts, rest];
}

/** What is not looked through: comments, strings with escapes, joins in brackets and without a condition, whole tables, samples. */
const UNTOLD =
  /--|\/\*|\be'|u&["']|\$(?:[a-z_]\w*)?\$|\bnatural\b|\btable\s+"?\w|\btablesample\b|\b(?:from|join|lateral)\s*\(+\s*(?!\(*\s*(?:select|with|values)\b)/i;

/** What may stand behind a table and is no name given to it. */
const KEYWORD =
  /^(?:on|where|left|right|full|cross|inner|join|group|order|limit|union|having|for|offset|window)$/i;

/** The names by which a statement may mean a table. */
function namesOf(text, table) {
  const behind = text.matchAll(new RegExp(`\\b${table}\\b"?\\s+(?:as\\s+)?"?(\\w+)`, "gi"));
  const given = Array.from(behind, ([, name]) => name).filter((name) => !KEYWORD.test(name));
  return [...new Set([table, ...given.map((name) => name.toLowerCase())])];
}

/**
 * Whether a statement may say one of these columns of a table: by a name of the table, by none, or with the whole row.
 * Where that cannot be told, it may.
 */
function mayRead(text, table, columns) {
  const isOfTable = new RegExp(`\\b${table}\\b`, "i");
  if (!isOfTable.test(text)) return false;
  if (UNTOLD.test(text)) return true;
  const plain = text.replace(/'[^']*'/g, "''");
  const names = namesOf(plain, table);
  const one = `"?(?:${names.join("|")})"?`;
  const row = new RegExp(
    `\\b${one}\\.\\*|(?:[(,[]|\\b(?:select|distinct|all|then|else|by|and|or|not)\\b)\\s*${one}\\s*(?:[),\\]]|::|$|\\b(?:as|from|order|end|is|else|when)\\b)`,
    "i",
  );
  const said = plain.matchAll(
    new RegExp(`(?:(\\w+)"?\\s*\\.\\s*)?"?\\b(?:${columns.join("|")})\\b`, "gi"),
  );
  return (
    row.test(plain) ||
    partsOf(plain).some((part) => part.includes("*") && isOfTable.test(part)) ||
    [...said].some(([, of]) => of === undefined || names.includes(of.toLowerCase()))
  );
}

/** By table, the columns among what raises nothing (`bio of members`). */
function columnsOf(unwatched) {
  const byTable = new Map();
  for (const name of unwatched) {
    const [column, table] = name.split(" of ");
    if (table) byTable.set(table, [...(byTable.get(table) ?? []), column]);
  }
  return [...byTable];
}

function isWatched(statement, unwatched, columns) {
  const text = statement.replaceAll(DAY_IN_LYON, "");
  const isRead = /^\s*\(?(?:select|with)\b/i.test(text);
  return (
    isRead &&
    !CHANGING.test(text) &&
    !text.match(/\w+/g).some((word) => unwatched.has(word)) &&
    !text
      .replaceAll('"', "")
      .match(/\w+\.\w+/g)
      ?.some((name) => unwatched.has(name)) &&
    !columns.some(([table, unread]) => mayRead(text, table, unread))
  );
}

/** Pages of one kind ask the same: what was found of each statement, as long as the same names are known. */
const looked = new WeakMap();

function lookBy(unwatched) {
  const look = looked.get(unwatched) ?? { columns: columnsOf(unwatched), found: new Map() };
  looked.set(unwatched, look);
  return look;
}

/**
 * Whether what was read changes only in transactions that raise the epoch, and with the day. `unwatched` are the names of
 * what raises nothing (`openEpoch`): tables, some with their schema, views, functions, and columns as `bio of members`.
 */
export function isLasting(statements, unwatched) {
  const { columns, found } = lookBy(unwatched);
  return [...statements].every((statement) => {
    if (!found.has(statement)) found.set(statement, isWatched(statement, unwatched, columns));
    return found.get(statement);
  });
}
