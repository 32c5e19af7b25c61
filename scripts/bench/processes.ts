import fs from "node:fs";

/** Clock ticks of Linux a second, in which /proc counts. */
const TICK_MS = 10;

type Process = { pid: number; parent: number; ticks: number };

function readProcess(pid: number): Process | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may hold spaces and brackets: what follows the last one is counted from there.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}

/** The processes that these have started, themselves included. */
function treesOf(roots: readonly number[]): Process[] {
  const all = fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const inside = new Set(roots);
  for (let size = 0; size !== inside.size; ) {
    size = inside.size;
    for (const { pid, parent } of all) if (inside.has(parent)) inside.add(pid);
  }
  return all.filter(({ pid }) => inside.has(pid));
}

/** CPU milliseconds that the trees of these processes have used so far, those that have ended counted by their parents. */
export function cpuOf(roots: readonly number[]): number {
  return treesOf(roots).reduce((sum, { ticks }) => sum + ticks, 0) * TICK_MS;
}

/** What the trees of these processes keep in memory, in MB: the proportional set size, so that shared pages count once. */
export function memoryOf(roots: readonly number[]): number {
  const kilobytes = treesOf(roots).map(({ pid }) => {
    try {
      const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      return Number(rollup.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** The machine in one line. */
export function machine(): string {
  const info = fs.readFileSync("/proc/cpuinfo", "utf8");
  const model = info.match(/^model name\s*:\s*(.*)$/m)?.[1] ?? "unknown processor";
  const cores = info.match(/^processor\s*:/gm)?.length ?? 1;
  const memory = fs.readFileSync("/proc/meminfo", "utf8").match(/^MemTotal:\s+(\d+)/m)?.[1];
  const gigabytes = Math.round(Number(memory ?? 0) / 1_048_576);
  const load = fs.readFileSync("/proc/loadavg", "utf8").split(" ").slice(0, 3).join(" ");
  return `${cores} × ${model}, ${gigabytes} GB, Node ${process.version}, load ${load}`;
}
