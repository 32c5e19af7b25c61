/** A WeChat id as WeChat gives it: 6–20 characters, a letter first, then letters, digits, `_` and `-`. */
export function isWechatId(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{5,19}$/.test(text.trim());
}

/** A person's name in Chinese characters: 2–8 of them, or parts joined by a middle dot (`让·穆兰`). */
export function isHanName(text: string): boolean {
  return /^(\p{Script=Han}{2,8}|\p{Script=Han}{1,12}([·•・]\p{Script=Han}{1,12})+)$/u.test(
    text.trim(),
  );
}
