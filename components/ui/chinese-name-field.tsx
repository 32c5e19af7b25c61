import { TextField } from "./text-field";

type ChineseNameFieldProps = {
  nameZh: string | null;
  copy: Record<"nameZh" | "nameZhHint", string>;
  /** Characters of it. */
  max: number;
};

/** A name in Chinese characters, of those who have one. */
export function ChineseNameField({ nameZh, copy, max }: ChineseNameFieldProps) {
  return (
    <TextField
      defaultValue={nameZh ?? ""}
      hint={copy.nameZhHint}
      label={copy.nameZh}
      lang="zh-Hans"
      maxLength={max}
      name="nameZh"
      width="medium"
    />
  );
}
