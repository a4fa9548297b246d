/** The part of the logger that the durable stores use. */
export type Log = {
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};
