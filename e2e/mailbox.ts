import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { to: string; subject: string; text: string; html: string; at: number };

const folder = () => process.env.SMTP_TEST_FOLDER ?? path.join(process.cwd(), "test-results/mail");

/** A mailbox is told by the names of its files: whoever waits for a letter reads no other's. */
const start = (address: string) => `${encodeURIComponent(address)}~`;

/** In one move: who looks often must not meet half a letter. */
function keep(received: ReceivedMail): void {
  const name = `${start(received.to)}${randomUUID()}.json`;
  const draft = path.join(folder(), `draft-${name}`);
  fs.writeFileSync(draft, JSON.stringify(received));
  fs.renameSync(draft, path.join(folder(), name));
}

/** A real SMTP server that keeps each mail as a file, so that every test process can read it. */
export async function openMailbox(port: number): Promise<() => Promise<void>> {
  fs.rmSync(folder(), { recursive: true, force: true });
  fs.mkdirSync(folder(), { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const mail = await PostalMime.parse(Buffer.concat(chunks));
      const { subject = "", text = "", html = "" } = mail;
      for (const { address } of session.envelope.rcptTo) {
        const received: ReceivedMail = { to: address, subject, text, html, at: Date.now() };
        keep(received);
      }
      done();
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** What an address has received so far, oldest first. */
export function readInbox(address: string): ReceivedMail[] {
  return fs
    .readdirSync(folder())
    .filter((file) => file.startsWith(start(address)))
    .map((file) => JSON.parse(fs.readFileSync(path.join(folder(), file), "utf8")) as ReceivedMail)
    .sort((a, b) => a.at - b.at);
}
