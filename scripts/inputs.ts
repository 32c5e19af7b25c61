/** Prints CPU milliseconds of every function that reads somebody's text or file, at its limit and with its worst input. */
import { worstOf } from "./inputs/measure-cpu";
import { WORST_INPUTS } from "./inputs/worst-inputs";

process.env.APP_ORIGIN ??= "http://localhost:3000";
process.env.AUTH_SECRET ??= "a-secret-of-the-bench-and-of-nothing-else";
process.env.CLUB_DEMO ??= "1";

const show = (line: string) => process.stdout.write(`${line}\n`);

show("  CPU ms  function                    limit  worst input");
for (const input of WORST_INPUTS) {
  const { kind, ms } = await worstOf(input);
  const name = input.name.padEnd(24);
  show(`${ms.toFixed(2).padStart(8)}  ${name} ${String(input.most).padStart(8)}  ${kind}`);
}
