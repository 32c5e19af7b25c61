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
              className={`border-hairline border-b px-3 py-2 font-semibold text-muted first:pl-0 last:pr-0 ${column.numeric ? "text-right" : ""}`}
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

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = `align-top md:px-3 md:py-3 md:last:pr-0 md:first:pl-0 ${column.numeric ? "tabular-nums md:text-right" : ""}`;
  if (column.rowHeader) {
    return (
      <th className={`${look} font-semibold`} data-label={column.header} scope="row">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={look} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}
