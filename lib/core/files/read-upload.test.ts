import { expect, test } from "vitest";
import { digestOfForm } from "./read-form.mjs";
import { readUpload, receiveUpload } from "./read-upload";

const sent = (form: FormData) =>
  receiveUpload(new Request("http://localhost/", { method: "POST", body: form }));

test("fields and files arrive as they were sent", async () => {
  const form = new FormData();
  form.set("title", "Étude");
  form.set("file", new File(["%PDF-1.7 --x"], "a.pdf"));
  const read = await readUpload(await sent(form));
  expect(read.get("title")).toBe("Étude");
  expect(await (read.get("file") as File).text()).toBe("%PDF-1.7 --x");
});

test("a form of thousands of empty files is not read", async () => {
  const form = new FormData();
  for (let index = 0; index < 51; index++) form.append("file", new File([], "a"));
  await expect(readUpload(await sent(form))).rejects.toMatchObject({ code: "unreadable" });
});

test("what is no form is said to be unreadable", async () => {
  const bytes = Buffer.from("file");
  for (const type of ["", "text/plain", "multipart/form-data; boundary=x", 'a/b; boundary="--']) {
    await expect(readUpload({ type, bytes })).rejects.toMatchObject({ code: "unreadable" });
  }
});

test("a form that is sent again is known by what it holds, whatever its boundary", async () => {
  const digest = async (title: string, name: string, content: string) => {
    const form = new FormData();
    form.set("title", title);
    form.set("file", new File([content], name));
    const { bytes, type } = await sent(form);
    return [type, digestOfForm(bytes, type)];
  };
  const [type, first] = await digest("Étude", "a.pdf", "%PDF");
  const [otherType, again] = await digest("Étude", "a.pdf", "%PDF");
  expect(otherType).not.toBe(type);
  expect(again).toBe(first);
  const others = [
    await digest("Étude", "a.pdf", "%PDF "),
    await digest("Étude", "b.pdf", "%PDF"),
    await digest("Étud", "a.pdf", "%PDF"),
  ];
  expect(new Set([first, ...others.map(([, one]) => one)]).size).toBe(4);
});
