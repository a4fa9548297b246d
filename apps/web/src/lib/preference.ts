/** What this browser remembers for the next visit; null where it remembers nothing or may not. */
export const readPreference = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Null forgets it. Without storage a choice lasts as long as the page. */
export const writePreference = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that refuses storage is used all the same.
  }
};
