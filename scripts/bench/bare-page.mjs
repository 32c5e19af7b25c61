import http from "node:http";
import { connect } from "../../db/connect.mjs";

/**
 * What all pages are compared with: 24 members' cards by an index, without a session, in the fewest words that
 * `node:http` and postgres.js need. Tells its parent its port.
 */
const sql = connect(process.env.DATABASE_OWNER_URL, { max: 1, fetch_types: true });

const plain = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const card = ({ slug, family_name, given_name, name_zh, job_title, sectors, cities }) =>
  `<li class="card"><h2><a href="/fr/members/${slug}">${plain(given_name)} ${plain(family_name)}</a> ${plain(name_zh)}</h2>` +
  `<p>${plain(job_title.fr)}</p><p>${plain(sectors.join(", "))}</p><p>${plain(cities.join(", "))}</p></li>`;

const server = http.createServer(async (_req, res) => {
  const rows = await sql`
    select slug, family_name, given_name, name_zh, job_title, sectors, cities from members order by id limit 24`;
  const page = `<!doctype html><html lang="fr"><title>Membres</title><ul>${rows.map(card).join("")}</ul></html>`;
  res.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  res.end(page);
});

server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit(0));
