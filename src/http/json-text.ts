/** Limits that hold before JSON is parsed: how deep it nests, and that no object says a key twice. */

export type JsonProblem = 'too-deep' | 'duplicate-key' | 'forbidden-key';

const quote = 0x22;
const backslash = 0x5c;
const openObject = 0x7b;
const closeObject = 0x7d;
const openArray = 0x5b;
const closeArray = 0x5d;
const comma = 0x2c;

/**
 * One pass over the text, without building anything but the keys of the objects that are open.
 * It trusts that JSON.parse refuses what is not JSON: here only what JSON.parse lets through matters.
 */
export function findJsonProblem(json: string, depthMax = 32): { problem: JsonProblem; key: string } | null {
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (char === quote) {
      const end = endOfString(json, at);
      const keys = open.at(-1);
      if (expectsKey && keys) {
        const key = readKey(json.slice(at, end + 1));
        if (key === '__proto__') return { problem: 'forbidden-key', key };
        if (keys.has(key)) return { problem: 'duplicate-key', key };
        keys.add(key);
      }
      expectsKey = false;
      at = end;
    } else if (char === openObject || char === openArray) {
      if (open.length >= depthMax) return { problem: 'too-deep', key: '' };
      open.push(char === openObject ? new Set() : null);
      expectsKey = char === openObject;
    } else if (char === closeObject || char === closeArray) {
      open.pop();
      expectsKey = false;
    } else if (char === comma) {
      expectsKey = open.at(-1) instanceof Set;
    }
  }
  return null;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (char === backslash) at += 1;
    else if (char === quote) return at;
  }
  return json.length;
}

/** "\u0061" and "a" are one key. */
function readKey(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
