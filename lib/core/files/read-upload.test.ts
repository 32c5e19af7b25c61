import { expect, test } from "vitest";
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
