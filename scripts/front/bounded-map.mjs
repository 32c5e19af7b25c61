/** A map of at most so many entries and bytes; what was not asked for longest goes first. */
export function boundedMap(mostEntries, mostBytes) {
  const entries = new Map();
  let bytes = 0;

  function drop(key) {
    bytes -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, size) {
      drop(key);
      entries.set(key, { value, size });
      bytes += size;
      for (const oldest of entries.keys()) {
        if (entries.size <= mostEntries && bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
