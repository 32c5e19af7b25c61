import { spawn } from "node:child_process";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { duesPdfs } from "@/db/schema/dues";
import { type DuesSheet, duesSheet } from "@/lib/dues/dues-sheet";
import { readDuesDocument } from "@/lib/dues/own.queries";

/** Draws a document about dues as PDF, in its payer's language, where it was asked for. */
export async function keepDuesPdf({ documentId }: { documentId: string }): Promise<void> {
  const document = await readDuesDocument(documentId);
  if (!document) return;
  const content = await drawPdf(duesSheet(document, document.locale));
  const isThis = eq(duesPdfs.documentId, documentId);
  await query((db) => db.update(duesPdfs).set({ content, drawnAt: sql`now()` }).where(isThis));
}

const SCRIPT = path.join(import.meta.dirname, "draw-pdf.ts");
const MOST_MS = 120_000;

/** The PDF of a sheet, by a process that is given nothing else and ended when it takes too long. */
export async function drawPdf(sheet: DuesSheet): Promise<Buffer> {
  const child = spawn(process.execPath, ["--max-old-space-size=512", "--import", "tsx", SCRIPT], {
    cwd: path.join(import.meta.dirname, "../.."),
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "inherit"],
    timeout: MOST_MS,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  child.stdin.end(JSON.stringify(sheet));
  const [content, code] = await Promise.all([buffer(child.stdout), ended]);
  if (code !== 0) throw new Error(`a PDF was not drawn: exit code ${code}`);
  return content;
}
