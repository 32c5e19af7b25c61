/** A signal sent to npm kills its shell and reaches nobody else: calls `end` when that shell is gone. */
export function followNpm(end) {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || shell <= 1) return;
  setInterval(() => process.ppid !== shell && end(), 250).unref();
}
