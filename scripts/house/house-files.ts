import fs from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Every file below a folder of the repository, as paths from its root. */
export function listFiles(folder: string, ending = /\.(ts|tsx|mjs)$/): string[] {
  const start = path.join(ROOT, folder);
  if (!fs.existsSync(start)) return [];
  return fs
    .readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The text of a file, by its path from the root of the repository. */
export const readSource = (file: string) => fs.readFileSync(path.join(ROOT, file), "utf8");

type Tree = { [key: string]: string | Tree };

/** Every message of a catalogue, or of a part of it, with its key. */
export function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** The exported functions of a source with their bodies, arrows too. */
export function exportedFunctions(source: string): { name: string; body: string }[] {
  const starts = [
    ...source.matchAll(/^export (?:(?:async )?function (\w+)|const (\w+) = (?:async )?\()/gm),
  ];
  return starts.map((start) => {
    const rest = source.slice(start.index);
    const end = rest.search(/\n(?:\};?\n|export )/);
    return { name: start[1] ?? start[2] ?? "", body: end === -1 ? rest : rest.slice(0, end) };
  });
}
