import "./launch/check-node.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { explain } from "./launch/log.mjs";

/**
 * `npm run build`: installs and builds without starting anything, for a checkout that is started read-only or by another
 * user afterwards.
 */
try {
  await ensureInstalled();
  const [{ ensureBuilt }, { linkLibraries }, { loadDotEnv }] = await Promise.all([
    import("./launch/build.mjs"),
    import("./launch/postgres-files.mjs"),
    import("./launch/settings.mjs"),
  ]);
  linkLibraries();
  loadDotEnv();
  await ensureBuilt(process.env);
} catch (error) {
  explain(error);
  process.exit(1);
}
