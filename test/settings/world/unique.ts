let taken = 0;

/** Names are taken once in an account: this one with a serial behind it. */
export const toUnique = (name: string): string => {
  taken += 1;
  return `${name} #${taken}`;
};

/** Names as they were before they were made unique. */
export const withoutSerials = (text: string): string => text.replaceAll(/ #\d+/g, "");
