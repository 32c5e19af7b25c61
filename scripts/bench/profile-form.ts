import type http from "node:http";
import { ask } from "./ask";
import type { Key } from "./keys";

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#39": "'",
};

const plain = (text: string) => text.replace(/&(#?\w+);/g, (all, name) => ENTITIES[name] ?? all);

const attributesOf = (tag: string) =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value = ""]) => [
      name?.toLowerCase(),
      plain(value),
    ]),
  );

/** What a browser without JavaScript would send of the profile's form, one text changed. Throws on a page without it. */
export async function readProfileForm(origin: string, key: Key, agent: http.Agent, turn: number) {
  const { body, status } = await ask(origin, key, agent);
  const form = [...body.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes('name="familyName"'));
  if (!form) throw new Error(`${key.path} answers ${status} without the form`);
  const data = new FormData();
  for (const [tag, kind, inside = ""] of form.matchAll(
    /<input\b[^>]*>|<(textarea|select)\b[^>]*>([\s\S]*?)<\/\1>/g,
  )) {
    const field = attributesOf(tag.slice(0, tag.indexOf(">")));
    if (!field.name || "disabled" in field) continue;
    if (kind === "select") {
      const chosen = inside.match(/<option\b[^>]*selected[^>]*>/)?.[0];
      data.append(field.name, chosen ? (attributesOf(chosen).value ?? "") : "");
    } else if (kind === "textarea") data.append(field.name, plain(inside));
    else if (!/^(checkbox|radio)$/.test(field.type ?? "") || "checked" in field)
      data.append(field.name, field.value ?? "");
  }
  data.set("jobTitle.fr", `Directrice des achats ${turn}`);
  const answer = new Response(data);
  return {
    body: Buffer.from(await answer.arrayBuffer()),
    type: answer.headers.get("content-type") ?? "",
  };
}
