import type { Measured } from "./measure";

const COLUMNS =
  "page column ×bare aim ms db-ms statements buffers KB flight rps-1 rps-16 p95-1 p95-16 requests other".split(
    " ",
  );

const p95 = (ms: readonly number[]) => {
  const sorted = [...ms].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
};

/** Milliseconds of CPU that the bare page took, over all cells of a run. */
export function bareOf(cells: readonly Measured[]): number {
  const costs = cells.map((one) => one.bareCpu / one.bareRequests).sort((a, b) => a - b);
  return costs[Math.floor(costs.length / 2)] ?? 0;
}

/** What a cell showed, a value for each column; `other` are answers that are neither 200 nor a redirect. */
function rowOf(one: Measured, bare: number): string[] {
  const ms = one.cpu / one.requests;
  const isGood = (status: number) => status === 200 || status === 303 || status === 307;
  const other = [...one.statuses].filter(([status]) => !isGood(status));
  const rate = ({ requests, seconds }: Measured["one"]) => (requests / seconds).toFixed(0);
  return [
    one.cell.name,
    one.cell.keys.length > 24 ? one.column : "–",
    (ms / bare).toFixed(ms / bare < 10 ? 2 : 1),
    `≤ ${one.cell.aim}`,
    ms.toFixed(2),
    (one.database / one.requests).toFixed(2),
    one.probed?.statements.toFixed(1) ?? "",
    one.probed?.buffers.toFixed(0) ?? "",
    (one.bytes / 1024).toFixed(0),
    `${(one.flight * 100).toFixed(0)} %`,
    rate(one.one),
    rate(one.sixteen),
    p95(one.one.ms).toFixed(0),
    p95(one.sixteen.ms).toFixed(0),
    String(one.requests),
    other.map(([status, count]) => `${count} × ${status}`).join(" "),
  ];
}

/** The table of a run in Markdown, aligned. */
export function table(cells: readonly Measured[], bare: number): string {
  const rows = [COLUMNS, ...cells.map((one) => rowOf(one, bare))];
  const widths = COLUMNS.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const lines = rows.map(
    (row) => `| ${row.map((text, index) => text.padEnd(widths[index] ?? 0)).join(" | ")} |`,
  );
  lines.splice(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  return lines.join("\n");
}
