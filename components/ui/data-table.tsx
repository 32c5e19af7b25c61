import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Names the row for screen readers. */
  rowHeader?: boolean;
  numeric?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  showCaption?: boolean;
};

/** A table that turns into one block per row on narrow screens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, showCaption } = props;
  return (
    <table className="stacking-table w-full text-left text-sm">
      <caption className={showCaption ? "pb-3 text-left font-semibold text-base" : "sr-only"}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              className={`border-hairline border-b py-2 font-semibold text-muted${numbers(column)}`}
              key={column.key}
              scope="col"
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr className="border-hairline border-b" key={rowKey(row)}>
            {columns.map((column) => (
              <Cell column={column} key={column.key} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const numbers = (column: { numeric?: boolean }) => (column.numeric ? " tabular-nums" : "");

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.rowHeader) {
    return (
      <th className={`font-semibold${numbers(column)}`} data-label={column.header} scope="row">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...(column.numeric && { className: "tabular-nums" })} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}
