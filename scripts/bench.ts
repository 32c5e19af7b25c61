import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { cellsOf } from "./bench/keys";
import { type Measured, probeCell, startCell, turn } from "./bench/measure";
import { openPortal, type Portal } from "./bench/portal";
import { machine, memoryOf } from "./bench/processes";
import { bareOf, table } from "./bench/report";
import { ROOT } from "./launch/run.mjs";
import { temporaryFolder } from "./test-database.mjs";

/**
 * What a page costs at the size of a large club: CPU of application and database a request, as a multiple of a bare page
 * asked in the same seconds. `--size=10000 --page=members,home`, `--beside=FOLDER` another built checkout in the same run,
 * `--seconds=30` of CPU a cell, `--look` without waiting for what a start leaves to the worker.
 */
const { values } = parseArgs({
  options: {
    size: { type: "string", default: "10000" },
    page: { type: "string", default: "" },
    beside: { type: "string" },
    seconds: { type: "string", default: "30" },
    look: { type: "boolean", default: false },
  },
});
const VOID = { least: 0.25, most: 0.6 };
const show = (line: string) => process.stdout.write(`${line}\n`);
const members = Number(values.size);
const folders = [...(values.beside ? [path.resolve(values.beside)] : []), ROOT];
const wanted = values.page.split(",").filter(Boolean);
const portals: Portal[] = [];
const kept: string[] = [];

function columnsOf(portal: Portal): Measured[] {
  const cells = cellsOf(members).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  return cells.flatMap((cell) => {
    const hasTwo = cell.keys.length > 24 && !cell.isForm;
    return (hasTwo ? (["cold", "warm"] as const) : (["cold"] as const)).map((column) =>
      startCell(cell, column, portal),
    );
  });
}

async function measureAll(): Promise<Measured[]> {
  const perPortal = portals.map(columnsOf);
  const all = (perPortal[0] ?? []).flatMap((_, index) =>
    perPortal.flatMap((cells) => cells[index] ?? []),
  );
  // What runs for the first time is compiled first: one turn of each goes uncounted.
  for (const { cell, column, portal } of all) await turn(startCell(cell, column, portal));
  const isShort = ({ cpu }: Measured) => cpu < Number(values.seconds) * 1000;
  for (let round = 1; all.some(isShort); round++) {
    for (const one of all.filter(isShort)) await turn(one);
    show(
      `round ${round}: ${all.filter((one) => !isShort(one)).length} of ${all.length} cells have their seconds`,
    );
  }
  for (const one of all) await probeCell(one);
  return all;
}

try {
  show(machine());
  for (const folder of folders) {
    const dataDir = temporaryFolder();
    kept.push(dataDir);
    portals.push(await openPortal(folder, members, { dataDir, isSettled: !values.look }));
  }
  const all = await measureAll();
  const bare = bareOf(all);
  const isVoid = bare < VOID.least || bare > VOID.most;
  show(
    `${members} members. The bare page takes ${bare.toFixed(2)} ms${isVoid ? ": outside 0.25 to 0.60, THE RUN IS VOID" : ""}`,
  );
  for (const [index, portal] of portals.entries()) {
    show(
      `\n${path.basename(folders[index] ?? "")}: ${JSON.stringify(portal.times)}, ${memoryOf(portal.processes).toFixed(0)} MB`,
    );
    show(
      table(
        all.filter((one) => one.portal === portal),
        bare,
      ),
    );
  }
  process.exitCode = isVoid ? 1 : 0;
} finally {
  for (const portal of portals) await portal.close();
  for (const folder of kept) fs.rmSync(folder, { recursive: true, force: true });
}
