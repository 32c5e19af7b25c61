import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";

export type Answer = {
  status: number;
  /** By lower-case name; each value as it was sent, so that a header sent twice shows. */
  headers: Map<string, string[]>;
  body: string;
};

async function read(response: IncomingMessage): Promise<Answer> {
  const headers = new Map<string, string[]>();
  const { rawHeaders } = response;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), rawHeaders[index + 1] ?? ""]);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  return { status: response.statusCode ?? 0, headers, body };
}

/** One request, exactly as written: no redirect is followed, no cookie kept, nobody vouches for the certificate. */
export function ask(
  origin: string,
  path: string,
  { body, ...options }: RequestOptions & { body?: string } = {},
): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin);
  const { request } = protocol === "https:" ? https : http;
  // A connection each: a kept one may be closed by the proxy just as it is used again.
  const to = {
    agent: false,
    hostname,
    port,
    path,
    family: 4,
    rejectUnauthorized: false,
    ...options,
  };
  return new Promise((resolve, reject) => {
    request(to, (response) => read(response).then(resolve, reject))
      .on("error", reject)
      .end(body);
  });
}
