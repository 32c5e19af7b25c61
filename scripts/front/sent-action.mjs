import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../launch/run.mjs";
import { sentForm } from "./form-body.mjs";

const MANIFEST = path.join(ROOT, ".next/server/server-reference-manifest.json");
const ID = /^[0-9a-f]{42}$/;

let known;

/** The names of the actions of this build by id; null where there is no build (development). */
function actionNames() {
  if (known !== undefined) return known;
  try {
    const { node } = JSON.parse(fs.readFileSync(MANIFEST, "utf8"));
    known = new Map(Object.entries(node).map(([id, { exportedName }]) => [id, exportedName]));
  } catch {
    known = null;
  }
  return known;
}

/** The actions that a post names: the script's in a header, a form's in its own fields. */
function idsOf(req) {
  const scripted = req.headers["next-action"];
  if (scripted !== undefined) return [scripted];
  return [...(sentForm(req) ?? [])].flatMap(([name, value]) => {
    if (name.startsWith("$ACTION_ID_")) return [name.slice("$ACTION_ID_".length)];
    return /^\$ACTION_\d+:0$/.test(name) ? [JSON.parse(value)?.id] : [];
  });
}

/**
 * Which action a post is for, by its name in the code; null where it is for none. It may be `gone`, sent by a page of a
 * build before this one, or `unreadable`, since no build makes such an id. Next would log both with a stack.
 */
export function sentAction(req, names = actionNames()) {
  const ids = req.method === "POST" ? idsOf(req) : [];
  if (names === null || ids.length === 0) return null;
  // One form is for one action: of several, the log would name another than the one that runs.
  const isOne = new Set(ids).size === 1;
  if (!isOne || !ids.every((id) => typeof id === "string" && ID.test(id)))
    return { state: "unreadable" };
  if (!ids.every((id) => names.has(id))) return { state: "gone" };
  return { state: "known", name: names.get(ids[0]) ?? "" };
}
