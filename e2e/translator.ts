import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const file = () => path.join(process.cwd(), "test-results/translated.jsonl");

/** What the service makes of words for readers of a language. */
export const translated = (words: string, target: string) => `${target}: ${words}`;

/** A service with LibreTranslate's address on this machine, which notes down what it was sent. */
export async function openTranslator(port: number): Promise<() => Promise<void>> {
  fs.mkdirSync(path.dirname(file()), { recursive: true });
  fs.writeFileSync(file(), "");
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString());
    fs.appendFileSync(file(), `${JSON.stringify(asked)}\n`);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ translatedText: translated(asked.q, asked.target) }));
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** All that it was sent, one line a text. */
export const readSent = (): string => fs.readFileSync(file(), "utf8");
