import fs from "node:fs";
import path from "node:path";

/** True while a process of this number exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The launchers that use one built-in PostgreSQL, so that only the last to leave stops it. */
export function launchers(dataDir) {
  const folder = path.join(dataDir, "postgres-users");
  const mine = path.join(folder, String(process.pid));
  return {
    enter() {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(mine, "");
    },
    /** True when nobody else is left. */
    leave() {
      fs.rmSync(mine, { force: true });
      const others = fs.readdirSync(folder).filter((pid) => isAlive(Number(pid)));
      return others.length === 0;
    },
  };
}
