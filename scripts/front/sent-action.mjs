import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../launch/run.mjs";
import { sentForm } from "./form-body.mjs";

const MANIFEST = path.join(ROOT, ".next/server/server-reference-manifest.json");
const ID = /[0-9a-f]{42}/g;

let known;

/** The names of the actions of this build by id; none where there is no build (development). */
function actionNames() {
  if (known !== undefined) return known;
  try {
    const { node } = JSON.parse(fs.readFileSync(MANIFEST, "utf8"));
    known = new Map(Object.entries(node).map(([id, { exportedName }]) => [id, exportedName]));
  } catch {
    known = new Map();
  }
  return known;
}

/**
 * The name in the code of the action that a post is for, as the log tells it: the one whose id is anywhere in what was
 * sent; `""` where none is, or several are.
 */
export function sentAction(req, names = actionNames()) {
  if (req.method !== "POST") return "";
  const said = [req.headers["next-action"], ...(sentForm(req) ?? [])].flat().map(String);
  const ids = new Set(said.flatMap((text) => text.match(ID) ?? []).filter((id) => names.has(id)));
  return ids.size === 1 ? names.get([...ids][0]) : "";
}
