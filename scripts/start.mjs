import "./launch/check-node.mjs";
import { followNpm } from "./launch/follow-npm.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { explain } from "./launch/log.mjs";
import { endRunning } from "./launch/run.mjs";

/** `npm start` and `npm run dev`: the packages first, since everything else is made of them. */

let end = (code) => {
  endRunning();
  process.exit(code);
};

followNpm(() => end(0));
process.on("disconnect", () => end(0));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));

try {
  await ensureInstalled();
  const portal = await import("./launch/portal.mjs");
  end = portal.end;
  await portal.start();
} catch (error) {
  explain(error);
  await end(1);
}
