/** For `catch`: undefined of a file or a folder that is not there, as nothing else; what went wrong otherwise is thrown on. */
export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
