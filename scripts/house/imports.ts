import path from "node:path";
import { listFiles, readSource } from "./house-files";

export type Source = { file: string; source: string };
export type Edge = { from: string; to: string; isType: boolean };

const FLOORS = ["app", "components", "lib", "db", "scripts", "e2e"];
const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{][^;"']*?\bfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"/g;

/** Every source of the house, floor by floor. */
export function houseSources(): Source[] {
  const files = FLOORS.flatMap((floor) => listFiles(floor));
  return files.map((file) => ({ file, source: readSource(file) }));
}

/** What each source imports: files of the house by their path, packages by their name; type imports too. */
export function edgesOf(sources: Source[]): Edge[] {
  const files = new Set(sources.map(({ file }) => file));
  const resolve = (from: string, said: string) => {
    if (!/^(@\/|\.)/.test(said)) return said;
    const to = said.startsWith("@/") ? said.slice(2) : path.join(path.dirname(from), said);
    return ["", ".ts", ".tsx", ".mjs"].map((end) => to + end).find((name) => files.has(name));
  };
  return sources.flatMap(({ file, source }) =>
    [...source.matchAll(STATEMENT)].flatMap(([, type, said, lazy]) => {
      const to = resolve(file, said ?? lazy ?? "");
      return to ? [{ from: file, to, isType: Boolean(type) }] : [];
    }),
  );
}

/** The sets of nodes that reach one another, each in the order of the alphabet. */
export function cyclesOf(edges: { from: string; to: string }[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reachOf = (start: string) => {
    const seen = new Set<string>();
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const to of next.get(node) ?? []) {
        if (!seen.has(to)) waiting.push(to);
        seen.add(to);
      }
    }
    return seen;
  };
  const reach = new Map([...next.keys()].map((node) => [node, reachOf(node)]));
  const cycles = [...reach]
    .filter(([node, seen]) => seen.has(node))
    .map(([node, seen]) => [...seen].filter((other) => reach.get(other)?.has(node)).sort());
  return [...new Map(cycles.map((cycle) => [cycle.join(" "), cycle])).values()];
}
