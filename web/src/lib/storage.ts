/** Small choices of the reader, kept in this browser. Without storage they last for the visit. */
const memory = new Map<string, string>();

export function remember(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(`liquidityrisk.${key}`, value);
  } catch {
    // Storage may be full or forbidden.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`liquidityrisk.${key}`) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

export function forget(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(`liquidityrisk.${key}`);
  } catch {
    // Nothing was kept then.
  }
}
