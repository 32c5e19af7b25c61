import {
  Column,
  getTableName,
  is,
  isSQLWrapper,
  Name,
  Param,
  Placeholder,
  type Query,
  SQL,
  StringChunk,
  Subquery,
  Table,
  View,
} from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

/**
 * Drizzle's dialect of Postgres, which writes a statement in one go: the same text and values at a fraction of the CPU. What
 * it does not know is left to Drizzle.
 */
export class QuickDialect extends PgDialect {
  readonly #columns = new WeakMap<Column, string>();

  override sqlToQuery(statement: SQL, invokeSource?: "indexes"): Query {
    if (invokeSource) return super.sqlToQuery(statement, invokeSource);
    const to: Written = { text: "", params: [], nameColumn: this.#nameColumn };
    return write(statement, to) ? { sql: to.text, params: to.params } : super.sqlToQuery(statement);
  }

  /** With its table; once, since a page's statements name the same ones hundreds of times. */
  readonly #nameColumn = (column: Column): string => {
    let known = this.#columns.get(column);
    if (known === undefined) {
      const { casing } = this as unknown as { casing: Casing };
      known = `${nameOf(column.table)}.${quote(casing.getColumnCasing(column))}`;
      this.#columns.set(column, known);
    }
    return known;
  };
}

type Casing = { getColumnCasing: (column: Column) => string };
type Written = { text: string; params: unknown[]; nameColumn: (column: Column) => string };

/** What a piece may be, in the order in which Drizzle asks. */
const KINDS = {
  ...{ StringChunk, Name, SQL, Table, Column, View, Param, Placeholder },
  ...{ Aliased: SQL.Aliased, Subquery },
};
type Kind = keyof typeof KINDS | "other";

/** By class: Drizzle asks of each piece anew, and up the chain of its class, which of these it is. */
const kinds = new Map<unknown, Kind>();

function kindOf(piece: object): Kind {
  const made = Object.getPrototypeOf(piece).constructor;
  let kind = kinds.get(made);
  if (kind === undefined) {
    const names = Object.keys(KINDS) as (keyof typeof KINDS)[];
    kind = names.find((name) => is(piece, KINDS[name] as typeof SQL)) ?? "other";
    kinds.set(made, kind);
  }
  return kind;
}

/** Appends a piece; false where Drizzle has to write the whole statement. */
function write(piece: unknown, to: Written): boolean {
  if (piece === undefined) return true;
  if (typeof piece !== "object" || piece === null) return writeValue(piece, to);
  if (Array.isArray(piece)) return writeList(piece, to);
  switch (kindOf(piece)) {
    case "StringChunk":
      for (const part of (piece as StringChunk).value) to.text += part;
      return true;
    case "SQL":
      return writeStatement(piece as SQL, to);
    case "Column":
      return writeText(to.nameColumn(piece as Column), to);
    case "Table":
      return writeText(nameOf(piece as Table), to);
    case "Param":
      return writeParam(piece as Param, to);
    case "Subquery":
      return writeSubquery((piece as Subquery)._, to);
    case "Name":
      return writeText(quote((piece as Name).value), to);
    case "Aliased":
      return writeText(quote((piece as SQL.Aliased).fieldAlias), to);
    case "Placeholder":
      return writeValue(piece, to);
    case "View":
      return false;
    default:
      return writeOther(piece, to);
  }
}

function writeText(text: string, to: Written): boolean {
  to.text += text;
  return true;
}

function writeValue(value: unknown, to: Written): boolean {
  to.params.push(value);
  to.text += `$${to.params.length}`;
  return typeof value !== "function";
}

function writeStatement(statement: SQL, to: Written): boolean {
  if ((statement as unknown as { shouldInlineParams: boolean }).shouldInlineParams) return false;
  for (const piece of statement.queryChunks) if (!write(piece, to)) return false;
  return true;
}

function writeList(pieces: readonly unknown[], to: Written): boolean {
  let isFirst = true;
  for (const piece of pieces) {
    to.text += isFirst ? "(" : ", ";
    isFirst = false;
    if (!write(piece, to)) return false;
  }
  to.text += isFirst ? "()" : ")";
  return true;
}

function writeParam(param: Param, to: Written): boolean {
  if (param.value === null) return writeValue(null, to);
  if (is(param.value, Placeholder)) return writeValue(param, to);
  const value = param.encoder.mapToDriverValue(param.value);
  return is(value, SQL) ? write(value, to) : writeValue(value, to);
}

function writeSubquery({ alias, isWith, sql }: Subquery["_"], to: Written): boolean {
  if (isWith) return writeText(quote(alias), to);
  to.text += "(";
  const isWritten = write(sql, to);
  to.text += `) ${quote(alias)}`;
  return isWritten;
}

/** What stands for a statement, as a select that is built; any other object is a value. */
function writeOther(piece: object, to: Written): boolean {
  if (!isSQLWrapper(piece)) return writeValue(piece, to);
  if (piece.shouldOmitSQLParens?.()) return write(piece.getSQL(), to);
  to.text += "(";
  const isWritten = write(piece.getSQL(), to);
  to.text += ")";
  return isWritten;
}

/** Drizzle's signs of a table, which it exports nowhere. */
const [SCHEMA, IS_ALIAS] = [Symbol.for("drizzle:Schema"), Symbol.for("drizzle:IsAlias")];
type Marked = Table & Record<symbol, string | undefined>;

function nameOf(table: Table): string {
  const [name, marks] = [quote(getTableName(table)), table as Marked];
  const schema = marks[SCHEMA];
  return schema === undefined || marks[IS_ALIAS] ? name : `${quote(schema)}.${name}`;
}

const quoted = new Map<string, string>();

function quote(name: string): string {
  let known = quoted.get(name);
  if (known === undefined) {
    known = `"${name.replace(/"/g, '""')}"`;
    quoted.set(name, known);
  }
  return known;
}
