import { SQL, type SQLWrapper, StringChunk, sql } from "drizzle-orm";
import { dialect } from "./client";

/**
 * A condition or column that stands many times in many statements: its text is written once, only its values are put in
 * anew. Drizzle asks of each part of a text ten times what it is, which for a page of a dozen selects took a quarter of
 * its CPU. `write` gets its values to stand where they belong; what it writes must hang on nothing else.
 */
export function fixed<Values extends readonly unknown[], Type = unknown>(
  write: (...values: { [Index in keyof Values]: SQLWrapper }) => SQL<Type>,
): (...values: Values) => SQL<Type> {
  let parts: readonly (StringChunk | number)[] | undefined;
  return (...values) => {
    parts ??= written(write(...(values.map(standIn) as { [Index in keyof Values]: SQLWrapper })));
    return new SQL<Type>(
      parts.map((part) => (typeof part === "number" ? asChunk(values[part]) : part)),
    );
  };
}

const standIn = (_value: unknown, index: number) => sql`${sql.placeholder(String(index))}`;

const asChunk = (value: unknown) => (value instanceof SQL ? value : sql`${value}`);

function written(piece: SQL): (StringChunk | number)[] {
  const { sql: text, params } = dialect.sqlToQuery(piece);
  return text.split(/\$(\d+)/).map((part, index) => {
    if (index % 2 === 0) return new StringChunk(part);
    const { name } = params[Number(part) - 1] as { name?: string };
    if (name === undefined) throw new Error("a fixed piece holds a value of its own");
    return Number(name);
  });
}
